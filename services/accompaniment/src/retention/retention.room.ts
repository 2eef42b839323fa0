import type { Room } from '../room.js';
import { RetentionResolver } from './retention.resolver.js';

export const retentionRoom: Room = { resolvers: [RetentionResolver], made: () => [] };
