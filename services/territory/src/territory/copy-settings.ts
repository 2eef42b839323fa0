import type { Connection } from '@ancrage/subgraph/database';

/**
 * Gives a new territory the settings of another one: its colours, its basemap, how long a verification holds, the thresholds of its
 * services. Of a short name that no territory has, nothing comes.
 * @param connection acts for the new territory, as an operator
 */
export async function copySettings(
  connection: Pick<Connection, 'query'>,
  id: string,
  model: string,
): Promise<void> {
  await connection.query(
    `update territory t set theme = m.theme, basemap = coalesce(m.basemap, t.basemap), basemap_style = m.basemap_style,
       verification_months = coalesce(m.verification_months, t.verification_months),
       vitality_thresholds = coalesce(m.vitality_thresholds, t.vitality_thresholds)
     from territory m where m.slug = $2 and t.id = $1`,
    [id, model],
  );
}
