import type { Scope, SubgraphContext, TerritoryCard } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { writeLetter } from '../letter/write-letter.js';
import type { EntryLinks } from './entry-links.js';
import { issueEntryLink, type LinkPurpose } from './issue-link.js';
import { composeStandingLetter, type Standing } from './standing.words.js';

/** Whether the letter's own link opens the entry, or asks whether it still holds. Who left needs none. */
const LINKS: Record<Standing, LinkPurpose | null> = {
  SUBMITTED: null,
  WITHDRAWN: null,
  ASKED: 'RECONFIRM',
  REMINDED: 'RECONFIRM',
  LAPSED: 'RECONFIRM',
};

export interface StandingLetter {
  soloId: string;
  standing: Standing;
  /** What it happened to: it is written about once. */
  about: string;
}

/**
 * Writes to the owner of an entry what became of it, in the language in which they were last met; nothing to an entry
 * without an address. For callers in a transaction of a member's or of a job; says whether the letter is new.
 */
export async function writeOwnerLetter(
  connection: Connection,
  scope: Scope,
  links: EntryLinks,
  card: TerritoryCard,
  { soloId, standing, about }: StandingLetter,
): Promise<boolean> {
  const { rows } = await connection.query<{
    email: string;
    emailKey: string;
    locale: string | null;
    name: string;
    reconfirmBy: string | null;
  }>(
    `select c.email, c.email_key as "emailKey", c.locale, s.display_name as name, s.reconfirm_by::text as "reconfirmBy"
       from solo s join solo_contact c on c.solo_id = s.id
      where s.territory_id = $1 and s.id = $2 and c.email is not null and c.email_key is not null and c.objected_at is null
        and not s.demonstration`,
    [scope.territoryId, soloId],
  );
  const [to] = rows;
  const key = `entry-${standing.toLowerCase()}:${soloId}:${about}`;
  if (!to || (await isWritten(connection, scope, key))) return false;
  const locale = to.locale === 'en' ? 'en' : 'fr';
  const purpose = LINKS[standing];
  const link =
    purpose && (await issueEntryLink(connection, scope, { soloId, emailKey: to.emailKey, purpose }));
  const inLocale = `${card.site}${locale === 'en' ? '/en' : ''}`;
  const letter = composeStandingLetter(
    {
      territory: card.name,
      name: to.name,
      rejoin: `${inLocale}/annuaire/rejoindre`,
      link: purpose && link ? links.addressOf(card, link, purpose, locale) : null,
      reconfirmBy: to.reconfirmBy,
    },
    standing,
    locale,
  );
  return writeLetter(connection, scope, { key, from: card.name, to: to.email, locale, soloId, ...letter });
}

/** A second letter would need no second link. */
async function isWritten(connection: Connection, scope: Scope, key: string): Promise<boolean> {
  const { rowCount } = await connection.query('select from letter where territory_id = $1 and key = $2', [
    scope.territoryId,
    key,
  ]);
  return rowCount !== 0;
}

/** As {@link writeOwnerLetter}, after what the owner did themselves. */
export function writeStandingLetter(
  context: SubgraphContext,
  links: EntryLinks,
  soloId: string,
  standing: Standing,
  about: string,
): Promise<boolean> {
  const territory = asTerritory(context);
  const card = context.requireTerritoryCard();
  return territory.write((connection) =>
    writeOwnerLetter(connection, territory.scope, links, card, { soloId, standing, about }),
  );
}
