import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { updateTileVersions } from '../tiles/tile-versions.js';
import { DEFAULT_THEME } from './theme.js';

/** A territory that nothing stands against any more: its communes are known and have contours. */
export interface NewTerritory {
  slug: string;
  name: string;
  locales: readonly string[];
  hosts: readonly string[];
  /** INSEE codes of its communes. */
  communes: readonly string[];
  /** INSEE code of its region; null: that of most of its communes. */
  region: string | null;
}

/**
 * Writes a territory, its hosts, its communes and their figures, in the caller's transaction, as the owner. The owner is
 * bound by row-level security too, so each territory is written under its own settings: a statement for all its rows.
 * @returns its id
 */
export async function writeTerritory(
  client: pg.ClientBase,
  { slug, name, locales, hosts, communes, region }: NewTerritory,
): Promise<string> {
  const id = randomUUID();
  await actAsOperator(client, id);
  await client.query({
    name: 'write territory',
    text: WRITE,
    values: [id, slug, name, DEFAULT_THEME, locales, hosts, communes, region],
  });
  await updateTileVersions(client, id);
  return id;
}

/** The owner is bound by row-level security too: it must say for which territory it acts. */
export async function actAsOperator(client: pg.ClientBase, territoryId: string): Promise<void> {
  await client.query(
    "select set_config('app.territory_id', $1, true), set_config('app.role', 'OPERATOR', true)",
    [territoryId],
  );
}

// Nothing is known of its offer yet, so that there is nothing to summarise: every figure starts from its column's default.
const WRITE = `
  with asked as (
    select c.code, c.name_key, coalesce(c.population, 0) as population, c.region_code, contour.bounds
    from commune_reference c left join commune_contour contour on contour.commune_code = c.code where c.code = any($7::text[])
  ), made as (
    insert into territory (id, slug, name, region_code, population, commune_count, bounds, theme, locales, default_locale, texts)
    select $1, $2, $3, coalesce($8, mode() within group (order by region_code)), sum(population), count(*),
      array[min(bounds[1]), min(bounds[2]), max(bounds[3]), max(bounds[4])], $4, $5, ($5::text[])[1], '{}'
    from asked
  ), hosts as (
    insert into territory_host (host, territory_id) select unnest($6::text[]), $1
  ), figures as (
    insert into offer_figures (territory_id, facilities, facility_types, demonstration, as_of) values ($1, 0, 0, false, now())
  )
  insert into territory_commune (territory_id, commune_code, name_key, population) select $1, code, name_key, population from asked`;
