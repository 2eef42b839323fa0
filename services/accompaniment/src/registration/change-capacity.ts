import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { offerFreedSeats, openSession } from './offers.js';
import { recordRegistrationEvent } from './record-registration-event.js';
import type { RegistrationPost } from './registration-post.js';

/**
 * Changes how many people a session can take, and offers the seats that this makes. Gives null when it is done, how many
 * seats are taken when that is more, and undefined when the territory has no such session.
 */
export async function changeCapacity(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
  sessionId: string,
  capacity: number,
): Promise<number | null | undefined> {
  const session = await openSession(connection, scope, post, sessionId);
  if (!session) return undefined;
  if (capacity < session.seatsTaken) return session.seatsTaken;
  if (capacity === session.capacity) return null;
  await connection.query(
    'update discovery_session set capacity = $3, updated_at = now() where territory_id = $1 and id = $2',
    [scope.territoryId, sessionId, capacity],
  );
  await recordRegistrationEvent(connection, scope, {
    ...{ sessionId, registrationId: null, prospectId: null, kind: 'CAPACITY_CHANGED', people: capacity },
    detail: { from: session.capacity },
  });
  session.capacity = capacity;
  await offerFreedSeats(connection, scope, post, session);
  return null;
}
