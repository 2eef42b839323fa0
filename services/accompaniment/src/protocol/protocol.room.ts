import type { Room } from '../room.js';

export const protocolRoom: Room = { resolvers: [], made: () => [] };
