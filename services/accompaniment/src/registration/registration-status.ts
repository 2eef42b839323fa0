import { registerEnumType } from 'type-graphql';

/** Where a household stands with regard to one session. */
export enum RegistrationStatus {
  PENDING = 'PENDING',
  CONFIRMED = 'CONFIRMED',
  WAITLISTED = 'WAITLISTED',
  OFFERED = 'OFFERED',
  CANCELLED = 'CANCELLED',
  ATTENDED = 'ATTENDED',
  NO_SHOW = 'NO_SHOW',
}
registerEnumType(RegistrationStatus, {
  name: 'RegistrationStatus',
  description: 'Where a household stands with regard to one session.',
  valuesConfig: {
    WAITLISTED: { description: 'Waits for seats; first come, first served.' },
    OFFERED: { description: 'Freed seats are kept for it until a deadline.' },
    CANCELLED: { description: 'Gave its seats or its place on the list back, or let an offer pass.' },
  },
});
