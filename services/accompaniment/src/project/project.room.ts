import type { Room } from '../room.js';

export const projectRoom: Room = { resolvers: [], made: () => [] };
