import type { Room } from '../room.js';
import { DepartureResolver } from './departure.resolver.js';
import { WelcomeReadinessResolver } from './welcome-readiness.resolver.js';

export const departureRoom: Room = {
  resolvers: [DepartureResolver, WelcomeReadinessResolver],
  made: () => [],
};
