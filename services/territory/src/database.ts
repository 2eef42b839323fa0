import { fileURLToPath } from 'node:url';
import type { DatabaseDefinition } from '@ancrage/subgraph/database';
import { BroadbandCoverage } from './broadband/broadband-coverage.entity.js';
import { CampaignInvitation } from './campaign/campaign-invitation.entity.js';
import { VerificationCampaign } from './campaign/verification-campaign.entity.js';
import { CommuneReference } from './commune/commune.entity.js';
import { FormerCommune } from './commune/former-commune.entity.js';
import { TerritoryCommune } from './commune/territory-commune.entity.js';
import { CommuneContour } from './contour/commune-contour.entity.js';
import { Facility } from './facility/facility.entity.js';
import { ImportRun } from './import/import-run.entity.js';
import { Intercommunality } from './intercommunality/intercommunality.entity.js';
import { MIGRATIONS } from './migrations/index.js';
import { Premises } from './premises/premises.entity.js';
import { PremisesPhoto } from './premises/premises-photo.entity.js';
import { ConflictDecision } from './qualification/conflict-decision.entity.js';
import { Correction } from './qualification/correction.entity.js';
import { FactEvent } from './qualification/fact-event.entity.js';
import { Verification } from './qualification/verification.entity.js';
import { Region } from './region/region.entity.js';
import { SavedView } from './saved-view/saved-view.entity.js';
import { Source } from './source/source.entity.js';
import { OfferStatement } from './statement/offer-statement.entity.js';
import { OfferFigures } from './territory/offer-figures.entity.js';
import { Territory } from './territory/territory.entity.js';
import { TerritoryHost } from './territory/territory-host.entity.js';
import { TileVersion } from './tiles/tile-version.entity.js';
import { FacilityEnrolment } from './vitality/facility-enrolment.entity.js';

export const DATABASE: DatabaseDefinition = {
  service: 'territory',
  entities: [
    Region,
    Intercommunality,
    CommuneReference,
    CommuneContour,
    FormerCommune,
    Source,
    Territory,
    TerritoryHost,
    TerritoryCommune,
    OfferFigures,
    TileVersion,
    Facility,
    BroadbandCoverage,
    CampaignInvitation,
    VerificationCampaign,
    ImportRun,
    PremisesPhoto,
    Premises,
    ConflictDecision,
    Correction,
    FactEvent,
    Verification,
    SavedView,
    OfferStatement,
    FacilityEnrolment,
  ],
  migrations: MIGRATIONS,
  migrationsPath: fileURLToPath(new URL('../src/migrations', import.meta.url)),
};
