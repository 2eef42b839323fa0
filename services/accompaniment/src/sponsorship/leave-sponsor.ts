import { holdSponsorship } from './held-sponsorship.js';
import { closeSponsorship } from './settle-sponsorship.js';
import type { SponsorshipWork } from './sponsorship-post.js';
import { OPEN } from './sponsorship-status.js';

/**
 * A sponsor, locked before, stops: what is under way ends with the word, the households are told, their portrait is
 * taken down. The record stays until it is erased: who comes back is taken up again.
 */
export async function leaveSponsor(work: SponsorshipWork, sponsorId: string, words: string): Promise<void> {
  const { connection, scope, side } = work;
  await connection.query('update sponsor set left_at = now() where id = $1 and left_at is null', [sponsorId]);
  await connection.query('delete from sponsor_portrait where sponsor_id = $1', [sponsorId]);
  const { rows } = await connection.query<{ id: string }>(
    `select id from sponsorship where territory_id = $1 and sponsor_id = $2 and status in ${OPEN} order by prospect_id`,
    [scope.territoryId, sponsorId],
  );
  for (const { id } of rows) {
    const held = await holdSponsorship(connection, scope, id, { sponsorId });
    if (held) await closeSponsorship(work, held, side, words);
  }
}
