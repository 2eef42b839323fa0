import { fileURLToPath } from 'node:url';
import { DailyRun, TerritoryCard } from '@ancrage/post/entities';
import type { DatabaseDefinition } from '@ancrage/subgraph/database';
import { MemberFollowing } from './following/member-following.entity.js';
import { IndicatorSnapshot } from './indicators/indicator-snapshot.entity.js';
import { Absence } from './installation/absence.entity.js';
import { FollowUp } from './installation/follow-up.entity.js';
import { Installation } from './installation/installation.entity.js';
import { InstallationStep } from './installation/installation-step.entity.js';
import { Letter } from './mail/letter.entity.js';
import { MailRefusal } from './mail/mail-refusal.entity.js';
import { MIGRATIONS } from './migrations/index.js';
import { PersonRequest } from './person-request/person-request.entity.js';
import { HouseholdMessage } from './project/household-message.entity.js';
import { Audience } from './promotion/audience.entity.js';
import { Campaign } from './promotion/campaign.entity.js';
import { Fair } from './promotion/fair.entity.js';
import { PressDocument } from './promotion/press-document.entity.js';
import { PromotionLink } from './promotion/promotion-link.entity.js';
import { PromotionMessage } from './promotion/promotion-message.entity.js';
import { Prospect } from './prospect/prospect.entity.js';
import { ProspectConsent } from './prospect/prospect-consent.entity.js';
import { ProspectContact } from './prospect/prospect-contact.entity.js';
import { ProspectEvent } from './prospect/prospect-event.entity.js';
import { ProspectFile } from './prospect/prospect-file.entity.js';
import { ProspectImport } from './prospect/prospect-import.entity.js';
import { ProspectMerge } from './prospect/prospect-merge.entity.js';
import { ProspectPair } from './prospect/prospect-pair.entity.js';
import { ProspectTouch } from './prospect/prospect-touch.entity.js';
import { WelcomeProtocol } from './protocol/welcome-protocol.entity.js';
import { Attendance } from './registration/attendance.entity.js';
import { Registration } from './registration/registration.entity.js';
import { RegistrationEvent } from './registration/registration-event.entity.js';
import { DiscoverySession } from './session/discovery-session.entity.js';
import { HouseholdVisit } from './session/household-visit.entity.js';
import { Sponsor } from './sponsorship/sponsor.entity.js';
import { SponsorPortrait } from './sponsorship/sponsor-portrait.entity.js';
import { Sponsorship } from './sponsorship/sponsorship.entity.js';
import { SponsorshipContact } from './sponsorship/sponsorship-contact.entity.js';
import { SurveyAnswer } from './survey/survey-answer.entity.js';

export const DATABASE: DatabaseDefinition = {
  service: 'accompaniment',
  entities: [
    DiscoverySession,
    Registration,
    Prospect,
    Installation,
    Attendance,
    Audience,
    Campaign,
    Fair,
    HouseholdVisit,
    Letter,
    MailRefusal,
    PressDocument,
    PromotionLink,
    PromotionMessage,
    ProspectConsent,
    ProspectContact,
    ProspectEvent,
    ProspectFile,
    ProspectImport,
    ProspectMerge,
    ProspectPair,
    ProspectTouch,
    RegistrationEvent,
    SurveyAnswer,
    IndicatorSnapshot,
    Absence,
    FollowUp,
    InstallationStep,
    MemberFollowing,
    PersonRequest,
    HouseholdMessage,
    WelcomeProtocol,
    Sponsor,
    SponsorPortrait,
    Sponsorship,
    SponsorshipContact,
    DailyRun,
    TerritoryCard,
  ],
  migrations: MIGRATIONS,
  migrationsPath: fileURLToPath(new URL('../src/migrations', import.meta.url)),
};
