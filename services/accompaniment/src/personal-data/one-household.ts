import type { Connection } from '@ancrage/subgraph/database';

/** The ids under which one household was ever known: its own, and those that were merged into it. */
export async function oneHousehold(connection: Connection, prospectId: string): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>(
    `with recursive household (id) as (
       select $1::uuid
       union
       select m.merged_id from prospect_merge m join household h on h.id = m.kept_id where m.undone_at is null
     ) select id from household`,
    [prospectId],
  );
  return rows.map(({ id }) => id);
}
