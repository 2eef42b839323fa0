import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { advanceStage } from '../prospect/advance-stage.js';
import { ProspectStage } from '../prospect/prospect-stage.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { recordRegistrationEvent } from '../registration/record-registration-event.js';
import { RegistrationStatus } from '../registration/registration-status.js';
import type { DayRegistration } from './day-registrations.js';

const { ATTENDED, CONFIRMED, NO_SHOW } = RegistrationStatus;

/**
 * Draws from the marks of its people what became of a household, and writes down what changed: it came when one of them
 * did, stayed away when all of them did, and is still expected otherwise.
 */
export async function settleAttendance(
  connection: Connection,
  scope: Scope,
  registration: DayRegistration,
): Promise<RegistrationStatus> {
  const { id, sessionId, prospectId, people } = registration;
  const { rows: marks } = await connection.query<{ person: number; attended: boolean; markedAt: Date }>(
    `select person, attended, marked_at as "markedAt" from attendance
      where registration_id = $1 and person < $2 order by person`,
    [id, people],
  );
  const present = marks.filter(({ attended }) => attended);
  const status = present.length > 0 ? ATTENDED : marks.length === people ? NO_SHOW : CONFIRMED;
  const first = present.reduce<Date | null>(
    (earliest, { markedAt }) => (earliest && earliest < markedAt ? earliest : markedAt),
    null,
  );
  await connection.query(
    `update registration set status = $2, checked_in_at = $3, updated_at = now() where id = $1`,
    [id, status, first],
  );
  await recordRegistrationEvent(connection, scope, {
    sessionId,
    registrationId: id,
    prospectId,
    // Somebody more or less of a household that is here: the household itself stands as it did.
    kind: status === registration.status ? 'CHECKED_IN' : status,
    people,
    detail: {
      from: registration.status,
      present: present.map(({ person }) => person),
      absent: marks.filter(({ attended }) => !attended).map(({ person }) => person),
    },
  });
  if (status === registration.status) return status;
  if (status === ATTENDED) {
    await recordProspectEvent(connection, scope, prospectId, 'ATTENDED', {
      detail: { sessionId },
      at: first,
    });
    await advanceStage(connection, scope, prospectId, ProspectStage.IN_SESSION);
  } else if (status === NO_SHOW) {
    await recordProspectEvent(connection, scope, prospectId, 'NO_SHOW', { detail: { sessionId } });
  }
  return status;
}
