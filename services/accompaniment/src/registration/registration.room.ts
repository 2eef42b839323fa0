import type { Room } from '../room.js';

export const registrationRoom: Room = { resolvers: [], made: () => [] };
