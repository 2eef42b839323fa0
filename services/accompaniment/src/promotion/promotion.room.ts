import type { Room } from '../room.js';
import { FairResolver } from './fair.resolver.js';

export const promotionRoom: Room = { resolvers: [FairResolver], made: () => [] };
