import type { DailyWork } from '@ancrage/post/daily';

/** Forgets what an export found a week after, and that somebody asked five years after: as long as it can be called into question. */
export const forgetPersonRequests: DailyWork = async (connection, { territoryId }) => {
  await connection.query(
    `update person_request set result = null
      where territory_id = $1 and result is not null and finished_at < now() - interval '7 days'`,
    [territoryId],
  );
  await connection.query(
    `delete from person_request where territory_id = $1 and finished_at < now() - interval '5 years'`,
    [territoryId],
  );
};
