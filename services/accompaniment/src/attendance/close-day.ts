import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { RegistrationStatus } from '../registration/registration-status.js';
import { lockRegistrations } from './day-registrations.js';
import { assumedAt } from './marks-open.js';
import { EXPECTED } from './roster.queries.js';
import { settleAttendance } from './settle-attendance.js';

/** What came of closing a day: households marked absent by it, or how many it would be when that was not what was said. */
export type DayClosing = { state: 'CLOSED' | 'NOT_BEGUN' | 'COUNT_CHANGED'; absent: number };

/**
 * Takes whoever was never marked to be absent: people of households that came, and households of whom nobody did. A mark
 * that a phone still holds is later than that, and holds when it arrives.
 */
export async function closeDay(
  connection: Connection,
  scope: Scope,
  { sessionId, absentHouseholds, now }: { sessionId: string; absentHouseholds: number; now: Date },
): Promise<DayClosing> {
  const registrations = await lockRegistrations(connection, scope, 'session_id', [sessionId]);
  const expected = registrations.filter(({ status }) => EXPECTED.includes(status));
  const absent = expected.filter(({ status }) => status === RegistrationStatus.CONFIRMED).length;
  if (expected.some(({ startsAt, sessionStatus }) => startsAt > now || sessionStatus === 'CANCELLED'))
    return { state: 'NOT_BEGUN', absent };
  if (absent !== absentHouseholds) return { state: 'COUNT_CHANGED', absent };
  for (const registration of expected) {
    const { id, people, startsAt } = registration;
    const keys = Array.from({ length: people }, () => randomUUID());
    const { rowCount } = await connection.query(
      `insert into attendance (registration_id, person, territory_id, attended, marked_at, marked_by, mark_key)
       select $1, person, $2, false, $3, $4, key from unnest($5::uuid[]) with ordinality as of_person (key, nth)
         cross join lateral (select nth::int - 1 as person) as rank
       on conflict (registration_id, person) do nothing`,
      [id, scope.territoryId, assumedAt(startsAt), scope.userId ?? '', keys],
    );
    if (rowCount) await settleAttendance(connection, scope, registration);
  }
  return { state: 'CLOSED', absent };
}
