import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { AttendanceMarkInput } from './attendance.input.js';
import { type AttendanceMarkOutcome, AttendanceMarkState } from './attendance.result.js';
import { dayMessage, hindranceOf, refusalMessage } from './attendance.words.js';
import { type DayRegistration, lockRegistrations } from './day-registrations.js';
import { markTime } from './marks-open.js';
import { settleAttendance } from './settle-attendance.js';

export interface MarkedWhen {
  now: Date;
  /** Milliseconds by which the caller's clock is ahead of ours. */
  ahead: number;
  /** Language of what is refused. */
  locale: string;
}

const { MARKED, REFUSED, SUPERSEDED } = AttendanceMarkState;

/** Takes marks in the order in which they come, perhaps for the second time, and says of each what became of it. */
export async function markAttendance(
  connection: Connection,
  scope: Scope,
  marks: readonly AttendanceMarkInput[],
  when: MarkedWhen,
): Promise<AttendanceMarkOutcome[]> {
  const ids = marks.map(({ registrationId }) => registrationId.toLowerCase());
  const registrations = await lockRegistrations(connection, scope, 'id', ids);
  const byId = new Map(registrations.map((registration) => [registration.id, registration]));
  const changed = new Set<DayRegistration>();
  const outcomes: AttendanceMarkOutcome[] = [];
  for (const mark of marks) {
    const registration = byId.get(mark.registrationId.toLowerCase());
    const refused = refusalOf(mark, registration, when);
    if (refused || !registration) {
      outcomes.push({ key: mark.key, state: REFUSED, message: refused });
      continue;
    }
    const written = await writeMark(connection, scope, mark, registration, when);
    if (written.changed) changed.add(registration);
    const message = written.state === REFUSED ? dayMessage('KEY_TAKEN', when.locale) : null;
    outcomes.push({ key: mark.key, state: written.state, message });
  }
  for (const registration of changed) await settleAttendance(connection, scope, registration);
  return outcomes;
}

function refusalOf(
  { person }: AttendanceMarkInput,
  registration: DayRegistration | undefined,
  { now, locale }: MarkedWhen,
): string | null {
  const hindrance = hindranceOf(registration, now);
  if (hindrance) return refusalMessage(hindrance, locale);
  return registration && person >= registration.people ? dayMessage('NO_SUCH_PERSON', locale) : null;
}

async function writeMark(
  connection: Connection,
  { territoryId, userId }: Scope,
  { key, person, attended, markedAt }: AttendanceMarkInput,
  { id, startsAt }: DayRegistration,
  { now, ahead }: MarkedWhen,
): Promise<{ state: AttendanceMarkState; changed?: true }> {
  const { rows: known } = await connection.query<{ same: boolean }>(
    `select registration_id = $3 and person = $4 as same from attendance where territory_id = $1 and mark_key = $2`,
    [territoryId, key, id, person],
  );
  if (known[0]) return { state: known[0].same ? MARKED : REFUSED };
  const { rowCount } = await connection.query(
    `insert into attendance as held (registration_id, person, territory_id, attended, marked_at, marked_by, mark_key)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (registration_id, person) do update
        set attended = excluded.attended, marked_at = excluded.marked_at, marked_by = excluded.marked_by,
            mark_key = excluded.mark_key
      where (excluded.marked_at, excluded.mark_key) > (held.marked_at, held.mark_key)`,
    [id, person, territoryId, attended, markTime(markedAt, ahead, { startsAt, now }), userId ?? '', key],
  );
  return rowCount === 0 ? { state: SUPERSEDED } : { state: MARKED, changed: true };
}
