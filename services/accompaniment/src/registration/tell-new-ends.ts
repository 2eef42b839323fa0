import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { LETTERS_CHANNEL } from '../mail/write-letter.js';
import { writeRegistrationLetter } from './registration-letter.js';
import type { RegistrationPost } from './registration-post.js';

/** Tells each household that holds an offer until when it now does, once their ends were put off; and wakes the post. */
export async function tellNewEnds(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
): Promise<void> {
  const { rows } = await connection.query<{ id: string; until: Date }>(
    `select id, offer_expires_at as until from registration
      where territory_id = $1 and status = 'OFFERED' and offer_expires_at > now() order by id`,
    [scope.territoryId],
  );
  for (const { id, until } of rows)
    await writeRegistrationLetter(connection, scope, post, {
      kind: 'OFFERED',
      registrationId: id,
      occasion: `until ${until.toISOString()}`,
    });
  await connection.query(`select pg_notify('${LETTERS_CHANNEL}', $1)`, [scope.territoryId]);
}
