import type { Room } from '../room.js';

export const installationRoom: Room = { resolvers: [], made: () => [] };
