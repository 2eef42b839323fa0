import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { SessionStatus } from '../session/session-format.js';

/** A session as it stands under its lock: nobody else sells or frees a seat of it before the transaction ends. */
export interface LockedSession {
  id: string;
  status: SessionStatus;
  startsAt: Date;
  /** Until when households can register: its own limit, or its start. */
  closesAt: Date;
  capacity: number;
  seatsTaken: number;
  waitlistLength: number;
  offerHours: number;
  /** The moment at which the operation happens, by the clock of the database. */
  now: Date;
  /** Whether somebody let the time of an offer pass; it does not while the territory is suspended. */
  offersDue: boolean;
}

/**
 * Locks a session, or gives null when the territory has none. Whoever also locks a household does so BEFORE: the order is
 * household, then session, and never the other way round.
 * @param now another moment than the database's own, for who replays or tests
 */
export async function lockSession(
  connection: Connection,
  { territoryId }: Scope,
  sessionId: string,
  now: Date | null = null,
): Promise<LockedSession | null> {
  const { rows } = await connection.query<LockedSession>(
    `with session as materialized (
       select * from discovery_session where territory_id = $1 and id = $2 for update)
     select id, status, starts_at as "startsAt", least(coalesce(registration_closes_at, starts_at), starts_at) as "closesAt",
            capacity, seats_taken as "seatsTaken", waitlist_length as "waitlistLength", offer_hours as "offerHours",
            at as now,
            exists (select from registration r where r.session_id = session.id and r.status = 'OFFERED'
                     and r.offer_expires_at <= at)
              and not exists (select from territory_card where territory_id = $1 and closed_since is not null) as "offersDue"
       from session cross join lateral (select coalesce($3::timestamptz, clock_timestamp()) as at) as clock`,
    [territoryId, sessionId, now],
  );
  return rows[0] ?? null;
}

export const seatsLeft = ({ capacity, seatsTaken }: Pick<LockedSession, 'capacity' | 'seatsTaken'>): number =>
  capacity - seatsTaken;
