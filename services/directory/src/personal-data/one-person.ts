import type { Connection } from '@ancrage/subgraph/database';

/** The ids under which one person was ever known: their record's, and those that were merged into it. */
export async function onePerson(connection: Connection, soloId: string): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>(
    `with recursive person (id) as (
       select $1::uuid
       union
       select m.merged_id from solo_merge m join person p on p.id = m.kept_id where m.undone_at is null
     ) select id from person`,
    [soloId],
  );
  return rows.map(({ id }) => id);
}
