import type { Room } from '../room.js';

export const personRequestRoom: Room = { resolvers: [], made: () => [] };
