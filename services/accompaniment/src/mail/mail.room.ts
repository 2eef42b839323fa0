import type { Room } from '../room.js';

export const mailRoom: Room = { resolvers: [], made: () => [] };
