import { emailKey } from '@ancrage/input/contact-keys';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { writeLetter } from '../letter/write-letter.js';
import type { EntryLinks } from './entry-links.js';
import { issueEntryLink, type LinkPurpose } from './issue-link.js';
import { composeLinkLetter } from './link.letter.js';

/** A letter on its way is not sent again; who opened it may ask anew, a few times an hour. */
const PATIENCE = '15 minutes';
const LETTERS_AN_HOUR = 4;

/**
 * Sends an address a link to join by, or to its own entry when it has one. The same is done and answered for an address
 * that is known and for one that is not. What is asked fifty times at once is written once.
 */
export function sendEntryLink(context: SubgraphContext, links: EntryLinks, address: string): Promise<void> {
  const territory = asTerritory(context);
  const card = context.requireTerritoryCard();
  const { locale } = context.origin;
  const key = emailKey(address);
  return territory.write(async (connection) => {
    const { scope } = territory;
    await oneAtATime(connection, territory.requireTerritory(), key);
    if (await mustWait(connection, territory.requireTerritory(), key)) return;
    const soloId = await soloOfAddress(connection, territory.requireTerritory(), key);
    const purpose: LinkPurpose = soloId ? 'MANAGE' : 'JOIN';
    const id = await issueEntryLink(connection, scope, { soloId, emailKey: key, purpose });
    const link = links.addressOf(card, id, purpose, locale);
    const letter = composeLinkLetter({ territory: card.name, link, purpose }, locale);
    await writeLetter(connection, scope, {
      key: `entry-link:${id}`,
      from: card.name,
      to: address,
      locale,
      soloId,
      ...letter,
    });
  });
}

/** Requests about one address wait for each other, wherever they run. */
export const oneAtATime = (connection: Connection, territoryId: string, key: string) =>
  connection.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [`${territoryId} ${key}`]);

async function mustWait(connection: Connection, territoryId: string, key: string): Promise<boolean> {
  const { rows } = await connection.query<{ waiting: boolean; lately: number }>(
    `select coalesce(bool_or(used_at is null and created_at > now() - interval '${PATIENCE}'), false) as waiting,
       count(*)::int as lately
     from entry_link
     where territory_id = $1 and email_key = $2 and purpose in ('JOIN', 'MANAGE') and created_at > now() - interval '1 hour'`,
    [territoryId, key],
  );
  return Boolean(rows[0]?.waiting) || (rows[0]?.lately ?? 0) >= LETTERS_AN_HOUR;
}

/** The entry that an address belongs to: of several, the one that shows, else the one that was last heard of. */
export async function soloOfAddress(
  connection: Connection,
  territoryId: string,
  key: string,
): Promise<string | null> {
  const { rows } = await connection.query<{ id: string }>(
    `select s.id from solo_contact c join solo s on s.id = c.solo_id
      where c.territory_id = $1 and c.email_key = $2 and c.objected_at is null
      order by s.status = 'PUBLISHED' desc, s.status = 'CONSENTED' desc, s.identified_at desc, s.id limit 1`,
    [territoryId, key],
  );
  return rows[0]?.id ?? null;
}
