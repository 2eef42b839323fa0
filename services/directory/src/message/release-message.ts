import type { SubgraphContext } from '@ancrage/subgraph';
import { findRecipient, type Recipient, sendMessage, tokenDigest } from './send-message.js';

interface HeldRow {
  slug: string;
  name: string;
  email: string;
  text: string;
}

/** Sends a held message on. A second time, after a day, or once its solo is not published any more, there is none. */
export function releaseMessage(
  territory: SubgraphContext,
  token: string,
): Promise<Recipient | 'GONE' | 'TOO_MANY'> {
  return territory.write(async (connection) => {
    const { rows } = await connection.query<HeldRow>(
      `delete from held_message m using solo s
        where m.territory_id = $1 and m.token_digest = $2 and m.created_at > now() - interval '1 day' and s.id = m.solo_id
        returning s.slug, m.sender_name as name, m.sender_email as email, m.message as text`,
      [territory.scope.territoryId, tokenDigest(token)],
    );
    const [held] = rows;
    const solo = held && (await findRecipient(connection, territory.scope, held.slug));
    if (!held || !solo) return 'GONE';
    return (await sendMessage(connection, territory, solo, held)) ? solo : 'TOO_MANY';
  });
}
