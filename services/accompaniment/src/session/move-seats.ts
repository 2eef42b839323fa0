import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { offerFreedSeats } from '../registration/offers.js';
import { recordRegistrationEvent } from '../registration/record-registration-event.js';
import type { HeldSession } from './session-hold.js';
import type { PlanValues } from './session-plan.values.js';

/**
 * What a changed plan means for its seats: another capacity is written down, offers end when the session starts at the
 * latest, and what is free is offered on. A closing date that moves leaves the offers made before as they were promised.
 */
export async function moveSeats(
  connection: Connection,
  scope: Scope,
  { id, capacity: before, open, post }: HeldSession,
  { capacity, startsAt, registrationClosesAt, offerHours }: PlanValues,
): Promise<void> {
  await connection.query(
    `update registration set offer_expires_at = $2, updated_at = now()
      where session_id = $1 and status = 'OFFERED' and offer_expires_at > $2`,
    [id, startsAt],
  );
  if (capacity !== before)
    await recordRegistrationEvent(connection, scope, {
      sessionId: id,
      registrationId: null,
      prospectId: null,
      kind: 'CAPACITY_CHANGED',
      people: capacity,
      detail: { from: before },
    });
  await offerFreedSeats(connection, scope, post, {
    ...open,
    capacity,
    startsAt,
    closesAt: registrationClosesAt ?? startsAt,
    offerHours,
  });
}
