import type { Room } from '../room.js';
import { CancelSessionResolver } from './cancel-session.resolver.js';
import { DuplicateSessionResolver } from './duplicate-session.resolver.js';
import { HouseholdVisitResolver } from './household-visit.resolver.js';
import { SessionConnectionResolver, SessionResolver } from './session.resolver.js';
import { SessionCapacityResolver } from './session-capacity.resolver.js';
import { SessionPlanResolver } from './session-plan.resolver.js';
import { SessionRecordResolver } from './session-record.resolver.js';
import { SessionSeatsResolver } from './session-seats.resolver.js';
import { SessionStateResolver } from './session-state.resolver.js';

export const sessionRoom: Room = {
  resolvers: [
    SessionResolver,
    SessionConnectionResolver,
    SessionCapacityResolver,
    SessionSeatsResolver,
    SessionRecordResolver,
    SessionPlanResolver,
    SessionStateResolver,
    DuplicateSessionResolver,
    CancelSessionResolver,
    HouseholdVisitResolver,
  ],
  made: ({ links }) => [
    new SessionCapacityResolver(links),
    new SessionPlanResolver(links),
    new SessionStateResolver(links),
    new DuplicateSessionResolver(links),
    new CancelSessionResolver(links),
  ],
};
