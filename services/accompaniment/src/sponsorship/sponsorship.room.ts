import type { Room } from '../room.js';

export const sponsorshipRoom: Room = { resolvers: [], made: () => [] };
