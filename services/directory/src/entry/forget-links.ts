import type { DailyWork } from '@ancrage/post/daily';
import type { RetentionClock } from '@ancrage/subgraph/retention-rule';

const PERIOD = 'P30D';

/** Links, by the day after which nothing is told of them any more. */
export const LINK_CLOCK: RetentionClock = {
  what: 'links',
  period: PERIOD,
  rows: 'entry_link t where t.territory_id = $1',
  leavesOn: `(greatest(t.expires_at, t.session_until) + interval '${PERIOD}')::date`,
};

/** Forgets links a month after they ended: until then, whoever follows one is told that it is used or too old. */
export const forgetLinks: DailyWork = async (connection, { territoryId }) => {
  await connection.query(
    `delete from entry_link where territory_id = $1
       and greatest(expires_at, session_until) < now() - interval '${PERIOD}'`,
    [territoryId],
  );
};
