import type { Room } from '../room.js';
import { OwnInstallationResolver, OwnProjectResolver } from './own-project.resolver.js';

export const projectRoom: Room = {
  resolvers: [OwnProjectResolver, OwnInstallationResolver],
  made: ({ links }) => [new OwnProjectResolver(links)],
};
