import type { DailyWork } from '@ancrage/post/daily';
import type { RetentionClock } from '@ancrage/subgraph/retention-rule';
import type { HouseholdLinks } from '../household/household-links.js';
import { forgetSponsor } from './sponsor-data.js';
import { SponsorshipSide } from './sponsorship-status.js';

/** Beyond this a day's work would hold its transaction for too long: the rest is done on the next day. */
const MOST_A_DAY = 500;
const PERIOD = 'P3Y';

/** Who is a sponsor no more, and has not come back. Generated ones are nobody's. */
export const LEFT_SPONSORS: RetentionClock = {
  what: 'leftSponsors',
  period: PERIOD,
  rows: 'sponsor t where t.territory_id = $1 and t.left_at is not null and not t.demonstration',
  leavesOn: `(t.left_at at time zone 'Europe/Paris' + interval '${PERIOD}')::date`,
};

/** Forgets sponsors three years after they stopped, with their pairs and what was noted of them. */
export const forgetLeftSponsors =
  (links: HouseholdLinks): DailyWork =>
  async (connection, scope, card, day) => {
    const { rows } = await connection.query<{ id: string }>(
      `select t.id from ${LEFT_SPONSORS.rows} and ${LEFT_SPONSORS.leavesOn} <= $2::date order by t.id limit ${MOST_A_DAY}`,
      [scope.territoryId, day],
    );
    const work = { connection, scope, actor: scope, side: SponsorshipSide.TEAM, post: { card, links } };
    for (const { id } of rows) await forgetSponsor(work, id);
  };
