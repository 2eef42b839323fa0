import type { DailyWork } from '@ancrage/post/daily';
import type { RetentionClock } from '@ancrage/subgraph/retention-rule';
import { erasePerson } from './erase-person.js';

/** Beyond this a day's work would hold its transaction for too long: the rest is done on the next day. */
const MOST_A_DAY = 500;

const PERIOD = 'P3Y';

/** Who was noticed and never agreed, and the day after the three years. */
export const UNANSWERED: RetentionClock = {
  what: 'unanswered',
  period: PERIOD,
  rows: `solo s where s.territory_id = $1 and s.status in ('IDENTIFIED', 'CONTACTED', 'REFUSED') and s.erased_at is null
    and not s.demonstration and not exists (select from consent c where c.solo_id = s.id)`,
  leavesOn: `(greatest(s.identified_at, s.status_changed_at,
      (select max(e.at) from solo_event e where e.solo_id = s.id),
      (select max(coalesce(l.sent_at, l.created_at)) from letter l where l.solo_id = s.id)) + interval '${PERIOD}')::date + 1`,
};

/**
 * Forgets people who were noticed and never agreed to anything, three years after the last that happened to their record.
 * A no is remembered as far as it must be: by the hashes of an objection. Generated records are nobody's.
 */
export const forgetUnanswered: DailyWork = async (connection, scope, _card, day) => {
  const { rows } = await connection.query<{ id: string }>(
    `select s.id from ${UNANSWERED.rows} and ${UNANSWERED.leavesOn} <= $2::date order by s.id limit ${MOST_A_DAY}`,
    [scope.territoryId, day],
  );
  for (const { id } of rows)
    await erasePerson(connection, scope, { soloId: id, by: 'RETENTION', objects: false });
};
