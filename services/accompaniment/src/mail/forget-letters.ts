import type { DailyWork } from '@ancrage/post/daily';

/**
 * Forgets letters that are done with: after a year and a day, so that members can say what was sent when; after a month
 * when it is about nobody known here, whose address nothing else would erase.
 */
export const forgetLetters: DailyWork = async (connection, { territoryId }) => {
  await connection.query(
    `delete from letter where territory_id = $1 and coalesce(sent_at, failed_at) <
       now() - case when prospect_id is null then interval '30 days' else interval '366 days' end`,
    [territoryId],
  );
};
