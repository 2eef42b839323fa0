import type { Room } from '../room.js';
import { HouseholdThreadResolver } from './household-thread.resolver.js';
import {
  OwnInstallationResolver,
  OwnNextRegistrationResolver,
  OwnProjectResolver,
} from './own-project.resolver.js';
import { OwnProjectChanges } from './own-project-changes.resolver.js';
import { RequestProjectLinkResolver } from './request-project-link.resolver.js';
import { ShareFileResolver } from './share-file.resolver.js';

export const projectRoom: Room = {
  resolvers: [
    OwnProjectResolver,
    OwnInstallationResolver,
    OwnNextRegistrationResolver,
    OwnProjectChanges,
    RequestProjectLinkResolver,
    HouseholdThreadResolver,
    ShareFileResolver,
  ],
  made: ({ links }) => [
    new OwnProjectResolver(links),
    new OwnProjectChanges(links),
    new RequestProjectLinkResolver(links),
    new HouseholdThreadResolver(links),
    new ShareFileResolver(links),
  ],
};
