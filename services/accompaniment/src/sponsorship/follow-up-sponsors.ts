import type { DailyWork } from '@ancrage/post/daily';
import type { HouseholdLinks } from '../household/household-links.js';
import { refreshCards } from './sponsorship-cards.js';
import { writeSponsorshipLetters } from './sponsorship-letter.js';
import { OVERDUE } from './sponsorship-record.queries.js';

/**
 * Asks a sponsor how it goes when nothing was noted for a month: once for each household, and no sponsor more often than
 * every two months, however many households they have. Who wants no such letters, or has paused, is left alone.
 */
export const followUpSponsors =
  (links: HouseholdLinks): DailyWork =>
  async (connection, scope, card) => {
    // What changed in a household or its installation is told to its sponsor, within what they may read.
    await refreshCards(connection, scope);
    const { rows } = await connection.query<{ id: string }>(
      `select distinct on (n.sponsor_id) n.id
         from sponsorship n join sponsor s on s.id = n.sponsor_id
        where n.territory_id = $1 and not n.demonstration and ${OVERDUE}
          and s.left_at is null and s.quiet_since is null
          and (s.paused_until is null or s.paused_until <= (now() at time zone 'Europe/Paris')::date)
          and not exists (select from sponsorship o where o.sponsor_id = n.sponsor_id
                             and o.asked_at > now() - interval '2 months')
        order by n.sponsor_id, coalesce(n.asked_at, '-infinity'), n.id`,
      [scope.territoryId],
    );
    for (const { id } of rows) {
      await connection.query('update sponsorship set asked_at = now(), version = version + 1 where id = $1', [
        id,
      ]);
      await writeSponsorshipLetters(connection, scope, { card, links }, id, [
        { kind: 'FOLLOW_UP', to: 'SPONSOR' },
      ]);
    }
  };
