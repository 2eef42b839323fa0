import type { Scope, SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { isUuid } from '@ancrage/subgraph/pagination';
import type { Row } from '../personal-data/household-copy.js';
import { leaveSponsor } from './leave-sponsor.js';
import type { SponsorshipWork } from './sponsorship-post.js';

/** All that this service holds of one sponsor: tables by name, rows by column. */
export interface SponsorData {
  format: 'ancrage-sponsor-personal-data-1';
  exportedAt: string;
  territory: { name: string; site: string };
  record: Record<string, Row[]>;
}

/** What of a household is the household's, not the sponsor's to take away. */
const NOT_THEIRS = `'household_word', 'closing_words', 'proposed_by'`;

/** Reads all that is held of one sponsor. Throws NOT_FOUND for one of another territory, or that was erased. */
export function sponsorDataOf(context: SubgraphContext, sponsorId: string): Promise<SponsorData> {
  const { name, site } = context.requireTerritoryCard();
  return context.write(async (connection) => {
    const rows = async (text: string): Promise<Row[]> =>
      isUuid(sponsorId)
        ? (await connection.query<{ row: Row }>(text, [context.requireTerritory(), sponsorId])).rows.map(
            ({ row }) => row,
          )
        : [];
    const sponsor = await rows(
      'select to_jsonb(t) as row from sponsor t where territory_id = $1 and id = $2',
    );
    if (sponsor.length === 0)
      throw new NotFoundError('Cette personne n’est pas ou n’est plus parmi les parrains.');
    const own = 'where t.territory_id = $1 and t.sponsor_id = $2';
    return {
      format: 'ancrage-sponsor-personal-data-1',
      exportedAt: new Date().toISOString(),
      territory: { name, site },
      record: {
        sponsor,
        sponsor_portrait: await rows(`select to_jsonb(t) as row from sponsor_portrait t ${own}`),
        sponsorship: await rows(`select to_jsonb(t) - array[${NOT_THEIRS}] as row from sponsorship t ${own}`),
        sponsorship_contact: await rows(`select to_jsonb(t) as row from sponsorship_contact t ${own}`),
        letter: await rows(
          `select to_jsonb(t) as row from letter t join sponsor s on s.id = $2 and lower(t.recipient) = s.email_key
            where t.territory_id = $1 and t.prospect_id is null`,
        ),
      },
    };
  });
}

/**
 * Erases a sponsor for good: what is under way ends and the households are told, then record, portrait, pairs, log and
 * letters go. Says whether there was one; a second time there is none.
 */
export async function forgetSponsor(work: SponsorshipWork, sponsorId: string): Promise<boolean> {
  const { connection, scope } = work;
  const { rows } = isUuid(sponsorId)
    ? await connection.query<{ key: string; left: boolean }>(
        `select email_key as key, left_at is not null as left from sponsor
          where territory_id = $1 and id = $2 for update`,
        [scope.territoryId, sponsorId],
      )
    : { rows: [] };
  const [sponsor] = rows;
  if (!sponsor) return false;
  if (!sponsor.left) await leaveSponsor(work, sponsorId, '–');
  await connection.query(
    'delete from letter where territory_id = $1 and lower(recipient) = $2 and prospect_id is null',
    [scope.territoryId, sponsor.key],
  );
  // Portrait, sponsorships and their log go with it.
  await connection.query('delete from sponsor where territory_id = $1 and id = $2', [
    scope.territoryId,
    sponsorId,
  ]);
  return true;
}

/** The sponsors of a territory that a person is known as, by address or number. */
export async function sponsorsKnownBy(
  connection: Connection,
  { territoryId }: Scope,
  { emailKey, phone }: { emailKey: string | null; phone: string | null },
): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>(
    `select id from sponsor where territory_id = $1
        and (email_key = $2 or phone = $3 or known_keys && array_remove(array[$2, $3], null)) order by id`,
    [territoryId, emailKey, phone],
  );
  return rows.map(({ id }) => id);
}
