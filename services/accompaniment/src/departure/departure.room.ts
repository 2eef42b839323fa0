import type { Room } from '../room.js';
import { DepartureResolver } from './departure.resolver.js';
import { SuspensionResolver } from './suspension.resolver.js';
import { WelcomeReadinessResolver } from './welcome-readiness.resolver.js';

export const departureRoom: Room = {
  resolvers: [DepartureResolver, SuspensionResolver, WelcomeReadinessResolver],
  made: ({ links }) => [new SuspensionResolver(links)],
};
