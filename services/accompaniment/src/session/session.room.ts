import type { Room } from '../room.js';
import { SessionConnectionResolver, SessionResolver } from './session.resolver.js';
import { SessionCapacityResolver } from './session-capacity.resolver.js';
import { SessionSeatsResolver } from './session-seats.resolver.js';

export const sessionRoom: Room = {
  resolvers: [SessionResolver, SessionConnectionResolver, SessionCapacityResolver, SessionSeatsResolver],
  made: () => [],
};
