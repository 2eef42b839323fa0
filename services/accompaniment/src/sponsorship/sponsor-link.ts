import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { writeLetter } from '../mail/write-letter.js';
import { letterParts, wordsOf } from './sponsorship-letter.js';
import type { SponsorshipPost } from './sponsorship-post.js';

/** Sends a sponsor the link to their own page, once a day at most; says whether it is a new letter. */
export async function writeSponsorLink(
  connection: Connection,
  scope: Scope,
  { card, links }: SponsorshipPost,
  sponsorId: string,
): Promise<boolean> {
  const { rows } = await connection.query<{ name: string; email: string; locale: string }>(
    'select name, email, locale from sponsor where territory_id = $1 and id = $2',
    [scope.territoryId, sponsorId],
  );
  const [sponsor] = rows;
  if (!sponsor) return false;
  const { name, email, locale } = sponsor;
  return writeLetter(connection, scope, {
    key: `sponsor-link:${sponsorId}:${new Date().toISOString().slice(0, 10)}`,
    from: card.name,
    to: email,
    locale,
    ...letterParts(
      wordsOf(locale).LINK('SPONSOR', { sponsorName: name }, card.name),
      links.addressOf(card, 'SPONSOR', sponsorId, locale),
    ),
  });
}
