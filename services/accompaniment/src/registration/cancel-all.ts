import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { recordRegistrationEvent } from './record-registration-event.js';
import { writeRegistrationLetter } from './registration-letter.js';
import type { RegistrationPost } from './registration-post.js';
import { lockSession } from './session-lock.js';

/**
 * Ends every registration of a session that does not take place, and tells each household once. Called in the transaction
 * that cancels the session, after it says so and why. Gives how many households were told.
 */
export async function cancelAllRegistrations(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
  sessionId: string,
  reason: string | null,
): Promise<number> {
  const session = await lockSession(connection, scope, sessionId);
  if (!session) return 0;
  const { rows } = await connection.query<{ id: string; prospectId: string; people: number }>(
    `update registration r set status = 'CANCELLED', offer_expires_at = null, cancelled_at = $3, updated_at = now()
       from (select id from registration
              where territory_id = $1 and session_id = $2 and status in ('CONFIRMED', 'WAITLISTED', 'OFFERED')
              order by arrival_order) as live
      where r.id = live.id
      returning r.id, r.prospect_id as "prospectId", r.adults + cardinality(r.children_birth_years) as people`,
    [scope.territoryId, sessionId, session.now],
  );
  for (const { id, prospectId, people } of rows) {
    const eventId = await recordRegistrationEvent(connection, scope, {
      ...{ sessionId, registrationId: id, prospectId, kind: 'SESSION_CANCELLED', people },
      detail: reason ? { reason } : null,
    });
    await writeRegistrationLetter(connection, scope, post, {
      kind: 'SESSION_CANCELLED',
      registrationId: id,
      occasion: eventId,
    });
  }
  return rows.length;
}
