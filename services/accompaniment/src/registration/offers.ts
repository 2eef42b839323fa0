import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { SessionStatus } from '../session/session-format.js';
import { recordRegistrationEvent } from './record-registration-event.js';
import { writeRegistrationLetter } from './registration-letter.js';
import type { RegistrationPost } from './registration-post.js';
import { type LockedSession, lockSession, seatsLeft } from './session-lock.js';

interface Moved {
  id: string;
  prospectId: string;
  people: number;
}

const MOVED = `r.id, r.prospect_id as "prospectId", r.adults + cardinality(r.children_birth_years) as people`;
/** What happens by itself is nobody's doing. */
const byTheClock = (scope: Scope): Scope => ({ ...scope, userId: null });

/**
 * Locks a session and brings it up to date: offers whose time is over end, and what is free is offered on. Every operation
 * on seats begins with this, so none ever works on an offer that has passed.
 */
export async function openSession(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
  sessionId: string,
  now: Date | null = null,
): Promise<LockedSession | null> {
  const session = await lockSession(connection, scope, sessionId, now);
  if (!session?.offersDue) return session;
  await endDueOffers(connection, scope, post, session);
  await offerFreedSeats(connection, scope, post, session);
  return session;
}

/** Ends the offers that nobody answered in time, each once: under the lock, only one transaction finds it still standing. */
async function endDueOffers(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
  session: LockedSession,
): Promise<void> {
  const { rows } = await connection.query<Moved & { until: Date }>(
    `update registration r set status = 'CANCELLED', offer_expires_at = null, cancelled_at = $3, updated_at = now()
       from (select id, offer_expires_at from registration
              where territory_id = $1 and session_id = $2 and status = 'OFFERED' and offer_expires_at <= $3
              order by arrival_order) as due
      where r.id = due.id returning ${MOVED}, due.offer_expires_at as until`,
    [scope.territoryId, session.id, session.now],
  );
  for (const { id, prospectId, people, until } of rows) {
    session.seatsTaken -= people;
    const eventId = await recordRegistrationEvent(connection, byTheClock(scope), {
      sessionId: session.id,
      registrationId: id,
      prospectId,
      kind: 'EXPIRED',
      people,
      detail: { until: until.toISOString() },
    });
    await writeRegistrationLetter(connection, scope, post, {
      kind: 'EXPIRED',
      registrationId: id,
      occasion: eventId,
    });
  }
}

/** Until when seats offered now are kept; null when it is too late to offer any. */
function offerEnd({ now, offerHours, closesAt, startsAt, status }: LockedSession): Date | null {
  if (status !== SessionStatus.PUBLISHED && status !== SessionStatus.CLOSED) return null;
  const limit = closesAt < startsAt ? closesAt : startsAt;
  if (limit <= now) return null;
  // Hours that pass, whatever clocks on walls do meanwhile in March or October.
  return new Date(Math.min(now.getTime() + offerHours * 3_600_000, limit.getTime()));
}

/**
 * Offers what is free to whoever has waited longest among those who fit whole, then the next, until nobody fits. Needs the
 * lock of the session.
 */
export async function offerFreedSeats(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
  session: LockedSession,
): Promise<void> {
  const until = offerEnd(session);
  if (!until) return;
  while (session.waitlistLength > 0 && seatsLeft(session) > 0) {
    const { rows } = await connection.query<Moved>(
      `update registration r set status = 'OFFERED', offered_at = $4, offer_expires_at = $5, updated_at = now()
        where r.id = (select id from registration
                       where territory_id = $1 and session_id = $2 and status = 'WAITLISTED'
                         and adults + cardinality(children_birth_years) <= $3
                       order by arrival_order limit 1)
        returning ${MOVED}`,
      [scope.territoryId, session.id, seatsLeft(session), session.now, until],
    );
    const offered = rows[0];
    if (!offered) return;
    session.seatsTaken += offered.people;
    session.waitlistLength -= 1;
    const eventId = await recordRegistrationEvent(connection, byTheClock(scope), {
      sessionId: session.id,
      registrationId: offered.id,
      prospectId: offered.prospectId,
      kind: 'OFFERED',
      people: offered.people,
      detail: { until: until.toISOString() },
    });
    await writeRegistrationLetter(connection, scope, post, {
      kind: 'OFFERED',
      registrationId: offered.id,
      occasion: eventId,
    });
  }
}
