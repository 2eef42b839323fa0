import type { Room } from '../room.js';
import { AttendanceResolver, RosterHouseholdResolver, RosterOtherResolver } from './attendance.resolver.js';

export const attendanceRoom: Room = {
  resolvers: [AttendanceResolver, RosterHouseholdResolver, RosterOtherResolver],
  made: ({ links }) => [
    new AttendanceResolver(links),
    new RosterHouseholdResolver(links),
    new RosterOtherResolver(links),
  ],
};
