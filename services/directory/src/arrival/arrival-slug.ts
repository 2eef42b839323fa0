import type { Connection } from '@ancrage/subgraph/database';
import { slugOf } from '@ancrage/subgraph/slug';

/** Room for a number behind it within the hundred characters of an address. */
const LONGEST = 80;

/** An address that no other arrival of the territory has, made of its title. Held for the transaction. */
export async function freeSlug(connection: Connection, territoryId: string, title: string): Promise<string> {
  const slug = slugOf(title).slice(0, LONGEST).replace(/-$/, '') || 'arrivee';
  await connection.query('select pg_advisory_xact_lock(hashtext($1))', [`arrival ${territoryId}`]);
  const { rows } = await connection.query<{ slug: string }>(
    `select slug from arrival where territory_id = $1 and (slug = $2 or slug ~ ('^' || $2 || '-[0-9]+$'))`,
    [territoryId, slug],
  );
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
