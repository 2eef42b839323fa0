import type { Connection } from './database.js';
import { slugOf } from './slug.js';

export interface NewSlug {
  /** With the columns id, territory_id and slug; a name of the code, never of a request. */
  table: string;
  territoryId: string;
  /** What the address is made of. */
  name: string;
  /** What stands for a name without a letter. */
  otherwise: string;
  /** The row that keeps its address when it is the one. */
  id?: string;
  /** Characters without the number behind it; 80 when left out, within the hundred of an address. */
  longest?: number;
}

/** An address that no other row of the territory has, made of a name. Held for the transaction. */
export async function freeSlug(
  connection: Connection,
  { table, territoryId, name, otherwise, id, longest = 80 }: NewSlug,
): Promise<string> {
  const slug = slugOf(name).slice(0, longest).replace(/-$/, '') || otherwise;
  await holdSlugs(connection, table, territoryId);
  const { rows } = await connection.query<{ slug: string }>(
    `select slug from ${table} where territory_id = $1 and (slug = $2 or slug ~ ('^' || $2 || '-[0-9]+$'))
        and id is distinct from $3::uuid`,
    [territoryId, slug, id ?? null],
  );
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

/** Two who take an address at the same time wait for each other, until the transaction ends. */
export async function holdSlugs(connection: Connection, table: string, territoryId: string): Promise<void> {
  await connection.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `slug of ${table} ${territoryId}`,
  ]);
}
