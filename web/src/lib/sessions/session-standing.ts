import type { SessionCardFragment } from '#lib/graphql/generated/graphql.ts';

type Announced = Pick<SessionCardFragment, 'status' | 'startsAt' | 'endsAt' | 'registrationClosesAt'>;

/** What a session is to somebody who would come: open to registrations, or why it is not. */
export type SessionStanding = 'OPEN' | 'CLOSED' | 'ONGOING' | 'PAST' | 'CANCELLED';

/** Read from dates rather than asked, for a page that stays open while time passes. */
export function standingOf(session: Announced, now: string): SessionStanding {
  const moment = Date.parse(now);
  if (session.status === 'CANCELLED') return 'CANCELLED';
  if (Date.parse(session.endsAt) <= moment) return 'PAST';
  if (Date.parse(session.startsAt) <= moment) return 'ONGOING';
  const closesAt = session.registrationClosesAt;
  return session.status === 'PUBLISHED' && !(closesAt && Date.parse(closesAt) <= moment) ? 'OPEN' : 'CLOSED';
}
