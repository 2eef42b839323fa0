/** What can happen to a registration, or to the seats of a session. */
export type RegistrationEventKind =
  | 'CONFIRMED'
  | 'WAITLISTED'
  | 'OFFERED'
  | 'ACCEPTED'
  | 'DECLINED'
  | 'EXPIRED'
  | 'RESIZED'
  | 'CANCELLED'
  | 'CHECKED_IN'
  | 'ATTENDED'
  | 'NO_SHOW'
  | 'CAPACITY_CHANGED'
  | 'SESSION_CANCELLED'
  | 'REMINDED';
