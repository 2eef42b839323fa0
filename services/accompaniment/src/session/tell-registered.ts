import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { writeRegistrationLetter } from '../registration/registration-letter.js';
import type { HeldSession } from './session-hold.js';

/** Households that a change matters to, by whether an e-mail reaches them. */
export interface Audience {
  reachable: number;
  unreachable: number;
}

export const NOBODY: Audience = { reachable: 0, unreachable: 0 };

/** Whoever comes, or still may. */
const ACTIVE = `session_id = $1 and status in ('CONFIRMED', 'OFFERED', 'WAITLISTED')`;

export async function audienceOf(connection: Connection, sessionId: string): Promise<Audience> {
  const { rows } = await connection.query<Audience>(
    `select count(email)::int as reachable, (count(*) - count(email))::int as unreachable
       from registration where ${ACTIVE}`,
    [sessionId],
  );
  return rows[0] ?? NOBODY;
}

/**
 * Writes to everybody registered that date or place are others now, once for each revision of the session. Called last in
 * the transaction that changed it; gives how many are written to.
 */
export async function tellRegistered(
  connection: Connection,
  scope: Scope,
  { id, post, revision }: Pick<HeldSession, 'id' | 'post' | 'revision'>,
): Promise<number> {
  const { rows } = await connection.query<{ registrationId: string }>(
    `select id as "registrationId" from registration where ${ACTIVE} order by arrival_order`,
    [id],
  );
  let told = 0;
  for (const { registrationId } of rows) {
    const written = await writeRegistrationLetter(connection, scope, post, {
      kind: 'SESSION_CHANGED',
      registrationId,
      occasion: `revision ${revision + 1}`,
    });
    if (written) told += 1;
  }
  return told;
}
