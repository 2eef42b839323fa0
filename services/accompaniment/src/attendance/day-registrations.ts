import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { RegistrationStatus } from '../registration/registration-status.js';
import { marksOpenAt } from './marks-open.js';

/** A registration under the locks of its household and its session. */
export interface DayRegistration {
  id: string;
  sessionId: string;
  prospectId: string;
  status: RegistrationStatus;
  people: number;
  sessionStatus: string;
  startsAt: Date;
  opensAt: Date;
}

/**
 * Locks registrations for marking: their households, then their sessions, each in order of their ids, as whoever registers
 * does.
 * @param by `id`: of these registrations; `session_id`: all of these sessions
 */
export async function lockRegistrations(
  connection: Connection,
  { territoryId }: Scope,
  by: 'id' | 'session_id',
  ids: readonly string[],
): Promise<DayRegistration[]> {
  const values = [territoryId, ids];
  // No key of theirs changes: letters and lines that name them, written under a session's lock, need not wait.
  await connection.query(
    `select from prospect where territory_id = $1 and id in (
       select prospect_id from registration where territory_id = $1 and ${by} = any($2::uuid[])) order by id for no key update`,
    values,
  );
  await connection.query(
    `select from discovery_session where territory_id = $1 and id in (
       select session_id from registration where territory_id = $1 and ${by} = any($2::uuid[])) order by id for update`,
    values,
  );
  const { rows } = await connection.query<Omit<DayRegistration, 'opensAt'>>(
    `select r.id, r.session_id as "sessionId", r.prospect_id as "prospectId", r.status,
            r.adults + cardinality(r.children_birth_years) as people, s.status as "sessionStatus", s.starts_at as "startsAt"
       from registration r join discovery_session s on s.id = r.session_id
      where r.territory_id = $1 and r.${by} = any($2::uuid[]) order by r.arrival_order`,
    values,
  );
  return rows.map((row) => ({ ...row, opensAt: marksOpenAt(row.startsAt) }));
}
