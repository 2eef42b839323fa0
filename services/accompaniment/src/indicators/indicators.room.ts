import type { Room } from '../room.js';

export const indicatorsRoom: Room = { resolvers: [], made: () => [] };
