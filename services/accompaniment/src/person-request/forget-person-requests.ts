import type { DailyWork } from '@ancrage/post/daily';
import type { RetentionClock } from '@ancrage/subgraph/retention-rule';

const RESULT = 'P7D';
const CERTIFICATE = 'P5Y';

/** What an export found, and that somebody asked. */
export const PERSON_REQUEST_CLOCKS: readonly RetentionClock[] = [
  {
    what: 'exports',
    period: RESULT,
    rows: 'person_request t where t.territory_id = $1 and t.result is not null and t.finished_at is not null',
    leavesOn: `(t.finished_at + interval '${RESULT}')::date`,
  },
  {
    what: 'requests',
    period: CERTIFICATE,
    rows: 'person_request t where t.territory_id = $1 and t.finished_at is not null',
    leavesOn: `(t.finished_at + interval '${CERTIFICATE}')::date`,
  },
];

/** Forgets what an export found a week after, and that somebody asked five years after: as long as it can be called into question. */
export const forgetPersonRequests: DailyWork = async (connection, { territoryId }) => {
  await connection.query(
    `update person_request set result = null
      where territory_id = $1 and result is not null and finished_at < now() - interval '${RESULT}'`,
    [territoryId],
  );
  await connection.query(
    `delete from person_request where territory_id = $1 and finished_at < now() - interval '${CERTIFICATE}'`,
    [territoryId],
  );
};
