import type { Room } from '../room.js';

export const promotionRoom: Room = { resolvers: [], made: () => [] };
