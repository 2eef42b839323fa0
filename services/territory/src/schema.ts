import { buildFederatedSchema, type FederatedSchema } from '@ancrage/subgraph/schema';
import { BroadbandResolver, CommuneBroadbandResolver } from './broadband/broadband.resolver.js';
import { FibreShareResolver } from './broadband/fibre-share.resolver.js';
import { CommuneResolver } from './commune/commune.resolver.js';
import { CommuneContourResolver, ContourResolver } from './contour/contour.resolver.js';
import { CommuneDistancesResolver, ListedTypesResolver } from './distance/distance.resolver.js';
import { CommuneFacilitiesResolver, FacilityResolver } from './facility/facility.resolver.js';
import { FacilityTypeResolver } from './facility/facility-type.resolver.js';
import { TerritoryFacilitiesResolver } from './facility/territory-facilities.resolver.js';
import { PremisesPhotosResolver } from './premises/photo.resolver.js';
import { CommunePremisesResolver, PremisesResolver } from './premises/premises.resolver.js';
import { PremisesChangeResolver } from './premises/premises-change.resolver.js';
import { CommuneFactsResolver, FactResolver, StatementResolver } from './qualification/fact.resolver.js';
import {
  CommuneQualificationResolver,
  ConflictValueResolver,
} from './qualification/qualification.resolver.js';
import { REFERENCES } from './references.js';
import { RegionResolver } from './region/region.resolver.js';
import { OfferCopyResolver, SourceUseResolver } from './territory/offer-copy.resolver.js';
import { TerritoryResolver } from './territory/territory.resolver.js';
import { OfferIndicatorsResolver, TileSetResolver } from './territory/territory-sources.resolver.js';
import { UpdateTerritoryResolver } from './territory/update-territory.resolver.js';

export function createSchema(): Promise<FederatedSchema> {
  return buildFederatedSchema(
    {
      resolvers: [
        TerritoryResolver,
        UpdateTerritoryResolver,
        TileSetResolver,
        OfferIndicatorsResolver,
        OfferCopyResolver,
        SourceUseResolver,
        RegionResolver,
        CommuneResolver,
        CommuneContourResolver,
        ContourResolver,
        CommuneDistancesResolver,
        ListedTypesResolver,
        FibreShareResolver,
        CommuneFacilitiesResolver,
        TerritoryFacilitiesResolver,
        CommuneBroadbandResolver,
        FacilityResolver,
        FacilityTypeResolver,
        BroadbandResolver,
        PremisesResolver,
        CommunePremisesResolver,
        PremisesChangeResolver,
        CommuneFactsResolver,
        FactResolver,
        StatementResolver,
        CommuneQualificationResolver,
        ConflictValueResolver,
        PremisesPhotosResolver,
      ],
    },
    REFERENCES,
  );
}
