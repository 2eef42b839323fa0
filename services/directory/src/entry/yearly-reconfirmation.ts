import type { DailyWork } from '@ancrage/post/daily';
import type { Scope, TerritoryCard } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { recordEvent } from '../event/record-event.js';
import { SoloStatus } from '../solo/solo-status.js';
import type { EntryLinks } from './entry-links.js';
import { writeOwnerLetter } from './standing.letter.js';
import type { Standing } from './standing.words.js';

/** How long before the day an owner is asked, and reminded. */
const ASKED = '30 days';
const REMINDED = '7 days';
/** What is not shown and belongs to no version any more is kept this long. */
const LEFT_PICTURES = '30 days';

/**
 * The yearly question of a territory’s entries, once a day: asks thirty days ahead whether an entry still holds, reminds
 * once, and takes it off the public pages when nobody answered. An entry without an address cannot be asked, so members
 * find it by its date; generated ones are left alone.
 */
export const yearlyReconfirmation =
  (links: EntryLinks): DailyWork =>
  async (connection, scope, card) => {
    // The last day is a whole day: what ends today still shows.
    await eachOf(connection, scope, `reconfirm_by < current_date`, async ({ id, reconfirmBy }) => {
      await lapse(connection, scope, id);
      await tell(connection, scope, links, card, id, 'LAPSED', reconfirmBy);
    });
    const within = (time: string) =>
      `reconfirm_by between current_date and (current_date + interval '${time}')::date`;
    await eachOf(connection, scope, within(ASKED), async ({ id, reconfirmBy, soon }) => {
      const asked = await tell(connection, scope, links, card, id, 'ASKED', reconfirmBy);
      // Who is asked only now, so late, is not reminded in the same minute.
      if (!asked && soon) await tell(connection, scope, links, card, id, 'REMINDED', reconfirmBy);
    });
    await connection.query(
      `delete from solo_photo p where p.territory_id = $1 and p.created_at < now() - interval '${LEFT_PICTURES}'
         and not exists (select from solo s where s.photo_id = p.id)
         and not exists (select from entry_change c where c.solo_id = p.solo_id and c.state <> 'REPLACED'
           and c.fields->>'photoId' = p.id::text)`,
      [scope.territoryId],
    );
  };

interface Due {
  id: string;
  reconfirmBy: string;
  soon: boolean;
}

/** Published entries of which a condition holds, one after the other, each locked until all is done. */
async function eachOf(
  connection: Connection,
  scope: Scope,
  condition: string,
  work: (due: Due) => Promise<void>,
): Promise<void> {
  const { rows } = await connection.query<Due>(
    `select id, reconfirm_by::text as "reconfirmBy", reconfirm_by <= current_date + interval '${REMINDED}' as soon
       from solo where territory_id = $1 and status = '${SoloStatus.PUBLISHED}' and not demonstration and ${condition}
      order by id for update`,
    [scope.territoryId],
  );
  for (const due of rows) await work(due);
}

async function lapse(connection: Connection, scope: Scope, id: string): Promise<void> {
  await connection.query(
    `update solo set status = '${SoloStatus.CONSENTED}', hidden_because = 'LAPSED', status_changed_at = now() where id = $1`,
    [id],
  );
  await recordEvent(connection, scope, id, 'LAPSED');
}

/** Writes about one year’s question once. */
const tell = (
  connection: Connection,
  scope: Scope,
  links: EntryLinks,
  card: TerritoryCard,
  soloId: string,
  standing: Standing,
  about: string,
): Promise<boolean> => writeOwnerLetter(connection, scope, links, card, { soloId, standing, about });
