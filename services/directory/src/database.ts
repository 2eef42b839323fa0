import { fileURLToPath } from 'node:url';
import { DailyRun, TerritoryCard } from '@ancrage/post/entities';
import type { DatabaseDefinition } from '@ancrage/subgraph/database';
import { AccessRecord } from './access/access-record.entity.js';
import { Arrival } from './arrival/arrival.entity.js';
import { Consent } from './consent/consent.entity.js';
import { SoloContact } from './contact/solo-contact.entity.js';
import { DuplicateDecision } from './duplicate/duplicate-decision.entity.js';
import { SoloMerge } from './duplicate/solo-merge.entity.js';
import { EntryChange } from './entry/entry-change.entity.js';
import { EntryLink } from './entry/entry-link.entity.js';
import { SoloPhoto } from './entry/solo-photo.entity.js';
import { SoloEvent } from './event/solo-event.entity.js';
import { SoloImport } from './import/solo-import.entity.js';
import { Letter } from './letter/letter.entity.js';
import { HeldMessage } from './message/held-message.entity.js';
import { MIGRATIONS } from './migrations/index.js';
import { RefusalReason } from './moderation/refusal-reason.entity.js';
import { NetworkActor } from './network/network-actor.entity.js';
import { NetworkContact } from './network/network-contact.entity.js';
import { NetworkExchange } from './network/network-exchange.entity.js';
import { NetworkOffer } from './network/network-offer.entity.js';
import { ObjectionKey } from './personal-data/objection-key.entity.js';
import { SoloErasure } from './personal-data/solo-erasure.entity.js';
import { Solo } from './solo/solo.entity.js';

export const DATABASE: DatabaseDefinition = {
  service: 'directory',
  entities: [
    Solo,
    Consent,
    AccessRecord,
    Arrival,
    DuplicateDecision,
    EntryChange,
    EntryLink,
    HeldMessage,
    Letter,
    NetworkActor,
    NetworkContact,
    NetworkExchange,
    NetworkOffer,
    ObjectionKey,
    RefusalReason,
    SoloContact,
    SoloErasure,
    SoloEvent,
    SoloImport,
    SoloMerge,
    SoloPhoto,
    DailyRun,
    TerritoryCard,
  ],
  migrations: MIGRATIONS,
  migrationsPath: fileURLToPath(new URL('../src/migrations', import.meta.url)),
};
