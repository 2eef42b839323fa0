import type pg from 'pg';
import { summariseOffer } from '../territory/offer-summary.js';

/**
 * Brings the copies that territories keep of shared data (population, bounds, figures, tiles) up to date, for each that
 * has a commune of `import_changed`. Ends as it began: acting for the territory of the import.
 */
export async function refreshTerritories(client: pg.ClientBase, importedId: string): Promise<void> {
  const { rows: changed } = await client.query('select from import_changed limit 1');
  if (changed.length === 0) return;
  const { rows } = await client.query<{ id: string }>('select id from territory order by id');
  for (const { id } of rows) {
    await actFor(client, id);
    const { rowCount } = await client.query(
      `select from territory_commune where territory_id = $1 and commune_code in (select commune from import_changed) limit 1`,
      [id],
    );
    if (!rowCount) continue;
    for (const statement of [COMMUNES, TERRITORY]) await client.query(statement, [id]);
    await summariseOffer(client, id);
  }
  await actFor(client, importedId);
}

const actFor = (client: pg.ClientBase, territoryId: string) =>
  client.query("select set_config('app.territory_id', $1, true)", [territoryId]);

const COMMUNES = `
  update territory_commune tc set population = coalesce(c.population, 0) from commune_reference c
  where tc.territory_id = $1 and c.code = tc.commune_code and tc.population <> coalesce(c.population, 0)`;

const TERRITORY = `
  update territory t set population = now.population, bounds = now.bounds
  from (
    select sum(tc.population)::int as population, array[
      min(contour.bounds[1]), min(contour.bounds[2]), max(contour.bounds[3]), max(contour.bounds[4])
    ] as bounds
    from territory_commune tc join commune_contour contour using (commune_code) where tc.territory_id = $1
  ) now
  where t.id = $1 and (t.population, t.bounds) is distinct from (now.population, now.bounds)`;
