import { registerEnumType } from 'type-graphql';

/** What can happen to a registration, or to the seats of a session. */
export const RegistrationEventKind = {
  CONFIRMED: 'CONFIRMED',
  WAITLISTED: 'WAITLISTED',
  OFFERED: 'OFFERED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  EXPIRED: 'EXPIRED',
  RESIZED: 'RESIZED',
  CANCELLED: 'CANCELLED',
  CHECKED_IN: 'CHECKED_IN',
  ATTENDED: 'ATTENDED',
  NO_SHOW: 'NO_SHOW',
  CAPACITY_CHANGED: 'CAPACITY_CHANGED',
  SESSION_CANCELLED: 'SESSION_CANCELLED',
  REMINDED: 'REMINDED',
} as const;
export type RegistrationEventKind = keyof typeof RegistrationEventKind;
registerEnumType(RegistrationEventKind, {
  name: 'RegistrationMoveKind',
  description: 'What can happen to a registration, or to the seats of a session.',
});
