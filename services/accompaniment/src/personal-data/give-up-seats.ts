import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { cancelRegistration } from '../registration/change-registration.js';
import { holdRegistration } from '../registration/held-registration.js';
import type { RegistrationPost } from '../registration/registration-post.js';

/** Gives up what a household holds in sessions to come, seats and places on lists: what is free is offered on. */
export async function giveUpSeats(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
  prospectId: string,
  reason: string | null,
): Promise<void> {
  const { rows } = await connection.query<{ id: string }>(
    `select r.id from registration r join discovery_session s on s.id = r.session_id
      where r.territory_id = $1 and r.prospect_id = $2 and r.status in ('CONFIRMED', 'WAITLISTED', 'OFFERED')
        and s.starts_at > now()
      order by s.id`,
    [scope.territoryId, prospectId],
  );
  for (const { id } of rows) {
    const held = await holdRegistration(connection, scope, scope, post, id);
    if (held) await cancelRegistration(held, reason);
  }
}
