import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { holdSponsorship } from '../sponsorship/held-sponsorship.js';
import { closeSponsorship } from '../sponsorship/settle-sponsorship.js';
import type { SponsorshipPost } from '../sponsorship/sponsorship-post.js';
import { OPEN, SponsorshipSide } from '../sponsorship/sponsorship-status.js';

/** Of two households that become one, the one that stays keeps its sponsor; the other's sponsor is told. */
export async function giveUpSecondSponsor(
  connection: Connection,
  scope: Scope,
  post: SponsorshipPost,
  { keptId, mergedId, reason }: { keptId: string; mergedId: string; reason: string },
): Promise<void> {
  const { rows } = await connection.query<{ id: string }>(
    `select id from sponsorship where prospect_id = $1 and status in ${OPEN}
        and exists (select from sponsorship k where k.prospect_id = $2 and k.status in ${OPEN})`,
    [mergedId, keptId],
  );
  for (const { id } of rows) {
    const held = await holdSponsorship(connection, scope, id);
    const work = { connection, scope, actor: scope, side: SponsorshipSide.TEAM, post };
    if (held) await closeSponsorship(work, held, SponsorshipSide.TEAM, reason, ['SPONSOR']);
  }
}
