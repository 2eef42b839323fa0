import type { Room } from '../room.js';
import { WelcomeTodayResolver } from './welcome-today.js';

export const todayRoom: Room = { resolvers: [WelcomeTodayResolver], made: () => [] };
