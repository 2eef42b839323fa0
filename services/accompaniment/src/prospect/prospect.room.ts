import type { Room } from '../room.js';
import { AskCallbackResolver } from './ask-callback.resolver.js';
import { CreateProspectResolver } from './create-prospect.resolver.js';
import { FollowUpResolver } from './follow-up.resolver.js';
import { MoveProspectResolver } from './move-prospect.resolver.js';
import { ProspectConsentResolver } from './prospect-consent.resolver.js';
import { ProspectFileResolver } from './prospect-file.resolver.js';
import { ProspectNoteResolver } from './prospect-note.resolver.js';
import { ProspectPartsResolver } from './prospect-parts.resolver.js';
import {
  ProspectInstallationResolver,
  ProspectRecordResolver,
  ProspectSessionResolver,
} from './prospect-record.resolver.js';

export const prospectRoom: Room = {
  resolvers: [
    ProspectRecordResolver,
    ProspectPartsResolver,
    ProspectSessionResolver,
    ProspectInstallationResolver,
    CreateProspectResolver,
    MoveProspectResolver,
    FollowUpResolver,
    ProspectNoteResolver,
    ProspectConsentResolver,
    ProspectFileResolver,
    AskCallbackResolver,
  ],
  made: () => [],
};
