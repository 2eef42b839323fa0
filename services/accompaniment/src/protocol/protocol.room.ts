import type { Room } from '../room.js';
import { ChangeProtocolResolver } from './change-protocol.resolver.js';
import { WelcomeProtocolResolver } from './welcome-protocol.resolver.js';

export const protocolRoom: Room = {
  resolvers: [WelcomeProtocolResolver, ChangeProtocolResolver],
  made: () => [],
};
