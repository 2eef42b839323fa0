import type { DailyWork } from '@ancrage/post/daily';

/** Forgets links a month after they ended: until then, whoever follows one is told that it is used or too old. */
export const forgetLinks: DailyWork = async (connection, { territoryId }) => {
  await connection.query(
    `delete from entry_link where territory_id = $1
       and greatest(expires_at, session_until) < now() - interval '30 days'`,
    [territoryId],
  );
};
