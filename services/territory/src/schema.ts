import { LinkSigner } from '@ancrage/post/link';
import { buildFederatedSchema, type FederatedSchema, resolversWith } from '@ancrage/subgraph/schema';
import { BroadbandResolver, CommuneBroadbandResolver } from './broadband/broadband.resolver.js';
import { FibreShareResolver } from './broadband/fibre-share.resolver.js';
import { AnswerResolver } from './campaign/answer.resolver.js';
import { CampaignResolver, InvitationResolver } from './campaign/campaign.resolver.js';
import { CampaignChangeResolver } from './campaign/campaign-change.resolver.js';
import { InviteResolver } from './campaign/invite.resolver.js';
import { CommuneResolver } from './commune/commune.resolver.js';
import { CommuneContourResolver, ContourResolver } from './contour/contour.resolver.js';
import { CommuneDistancesResolver, TypeListingsResolver } from './distance/distance.resolver.js';
import { CommuneFacilitiesResolver, FacilityResolver } from './facility/facility.resolver.js';
import { FacilityTypeResolver } from './facility/facility-type.resolver.js';
import { TerritoryFacilitiesResolver } from './facility/territory-facilities.resolver.js';
import { ImportRunResolver } from './import/run/import-run.resolver.js';
import { ImportRunChangeResolver } from './import/run/import-run-change.resolver.js';
import type { ImportRuns } from './import/run/import-runs.js';
import { CreateTerritoryResolver } from './operation/create-territory.resolver.js';
import { EpciResolver } from './operation/epci.resolver.js';
import { OperatedTerritoryResolver } from './operation/operated-territory.resolver.js';
import { TerritoryStateResolver } from './operation/territory-state.resolver.js';
import { PremisesPhotosResolver } from './premises/photo.resolver.js';
import { CommunePremisesResolver, PremisesResolver } from './premises/premises.resolver.js';
import { PremisesChangeResolver } from './premises/premises-change.resolver.js';
import { ConflictResolver } from './qualification/conflict.resolver.js';
import { CorrectionResolver } from './qualification/correction.resolver.js';
import { CorrectionDecisionResolver } from './qualification/correction-decision.resolver.js';
import { CommuneFactsResolver, FactResolver, StatementResolver } from './qualification/fact.resolver.js';
import { FactMembersResolver, FactMomentResolver } from './qualification/fact-members.resolver.js';
import {
  CommuneQualificationResolver,
  ConflictValueResolver,
} from './qualification/qualification.resolver.js';
import { ReportErrorResolver } from './qualification/report-error.resolver.js';
import { VerifyFactsResolver } from './qualification/verify-facts.resolver.js';
import { REFERENCES } from './references.js';
import { RegionResolver } from './region/region.resolver.js';
import { RetentionResolver } from './retention/retention.resolver.js';
import { SavedViewResolver } from './saved-view/saved-view.resolver.js';
import { MailSenderResolver } from './territory/mail-sender.resolver.js';
import { OfferCopyResolver, SourceUseResolver } from './territory/offer-copy.resolver.js';
import { TerritoryResolver } from './territory/territory.resolver.js';
import { OfferIndicatorsResolver, TileSetResolver } from './territory/territory-sources.resolver.js';
import { UpdateTerritoryResolver } from './territory/update-territory.resolver.js';
import type { Upkeep } from './upkeep/upkeep.js';
import {
  CommuneFacilitiesVitalityResolver,
  CommuneVitalityResolver,
  EnrolmentResolver,
  TerritoryVitalityResolver,
} from './vitality/vitality.resolver.js';
import { VitalityChangeResolver } from './vitality/vitality-change.resolver.js';

/** What some resolvers need besides the request. */
export interface SchemaParts {
  signer: LinkSigner;
  upkeep: Pick<Upkeep, 'wake'>;
  /** Of which a territory may write from an address of its own. */
  mailDomains?: readonly string[];
  /** Connects as the owner of the database, to make territories. */
  ownerUrl?: string;
  /** Absent where nothing is imported. */
  runs?: ImportRuns;
}

/** Describes the schema to whoever serves nobody. */
const NOTHING: SchemaParts = { signer: new LinkSigner('', ''), upkeep: { wake: () => {} } };

export function createSchema({
  signer,
  upkeep,
  runs,
  ownerUrl = '',
  mailDomains = [],
} = NOTHING): Promise<FederatedSchema> {
  const made: object[] = [
    new InvitationResolver(signer),
    new AnswerResolver(signer),
    new CampaignChangeResolver(upkeep),
    new InviteResolver(upkeep),
    new UpdateTerritoryResolver(mailDomains),
    new MailSenderResolver(mailDomains),
    new CreateTerritoryResolver(ownerUrl),
  ];
  if (runs) made.push(new ImportRunChangeResolver(runs));
  return buildFederatedSchema(
    {
      container: resolversWith(...made),
      resolvers: [
        TerritoryResolver,
        UpdateTerritoryResolver,
        CreateTerritoryResolver,
        EpciResolver,
        OperatedTerritoryResolver,
        TerritoryStateResolver,
        MailSenderResolver,
        TileSetResolver,
        OfferIndicatorsResolver,
        OfferCopyResolver,
        SourceUseResolver,
        RegionResolver,
        CommuneResolver,
        CommuneContourResolver,
        ContourResolver,
        CommuneDistancesResolver,
        TypeListingsResolver,
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
        FactMembersResolver,
        FactMomentResolver,
        ConflictResolver,
        VerifyFactsResolver,
        CorrectionResolver,
        CorrectionDecisionResolver,
        ReportErrorResolver,
        CampaignResolver,
        InvitationResolver,
        CampaignChangeResolver,
        InviteResolver,
        AnswerResolver,
        RetentionResolver,
        SavedViewResolver,
        TerritoryVitalityResolver,
        CommuneVitalityResolver,
        CommuneFacilitiesVitalityResolver,
        EnrolmentResolver,
        VitalityChangeResolver,
        ImportRunResolver,
        ImportRunChangeResolver,
      ],
    },
    REFERENCES,
  );
}
