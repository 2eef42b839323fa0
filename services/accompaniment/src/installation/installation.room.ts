import type { Room } from '../room.js';
import { EffectiveResolver } from './effective.resolver.js';
import { InstallationResolver } from './installation.resolver.js';
import { InstallationRecordResolver } from './installation-record.resolver.js';

export const installationRoom: Room = {
  resolvers: [InstallationRecordResolver, InstallationResolver, EffectiveResolver],
  made: () => [],
};
