import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { RegistrationEventKind } from './registration-event-kind.js';

export interface NewRegistrationEvent {
  sessionId: string;
  /** Null: about the session itself. */
  registrationId: string | null;
  prospectId: string | null;
  kind: RegistrationEventKind;
  /** People of the household, or capacity of the session. */
  people: number;
  detail?: Record<string, unknown> | null;
}

/**
 * Writes down what happened, under the lock of the session, once its counters say what came of it. Gives the event's
 * number, which makes one occasion unlike any other.
 */
export async function recordRegistrationEvent(
  connection: Connection,
  scope: Scope,
  { sessionId, registrationId, prospectId, kind, people, detail = null }: NewRegistrationEvent,
): Promise<string> {
  const { rows } = await connection.query<{ id: string }>(
    `insert into registration_event (territory_id, session_id, registration_id, prospect_id, kind, user_id, people,
                                     seats_left, detail)
     select $1, $2, $3, $4, $5, $6, $7, capacity - seats_taken, $8 from discovery_session where id = $2
     returning id`,
    [scope.territoryId, sessionId, registrationId, prospectId, kind, scope.userId, people, detail],
  );
  return rows[0]?.id ?? '';
}
