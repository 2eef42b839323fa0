import type { Room } from '../room.js';

export const prospectRoom: Room = { resolvers: [], made: () => [] };
