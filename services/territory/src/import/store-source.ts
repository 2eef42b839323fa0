import type pg from 'pg';
import { removeQualification } from '../demonstration/load-qualification.js';
import type { Dataset } from './dataset.js';

/** Stable from one import to the next, so that what did not change keeps its source. */
export function sourceIdOf(
  { name, keepsEditions, operatorOnly }: Dataset,
  territoryId: string,
  edition: string,
): string {
  if (operatorOnly) return `reference-${name}-${edition}`;
  return `import-${name}-${territoryId}${keepsEditions ? `-${edition}` : ''}`;
}

interface StoredSource {
  sourceId: string;
  /** Null for what all territories share. */
  territoryId: string | null;
  dataset: Dataset;
  /** sha256 of the file. */
  checksum: string;
  /** Where it was fetched; null for a file of somebody's computer. */
  url: string | null;
  vintage: string;
  exhaustiveTypes: readonly string[];
}

/** Says where the territory's rows come from now. */
export async function storeSource(client: pg.ClientBase, stored: StoredSource): Promise<void> {
  const { sourceId, territoryId, dataset, checksum, url, vintage, exhaustiveTypes } = stored;
  await client.query(
    `insert into source (id, territory_id, producer, dataset, vintage, url, licence, demonstration, retrieved_at, checksum, exhaustive_types)
     values ($1, $2, $3, $4, $5, $6, $7, false, now(), $8, $9)
     on conflict (id) do update set producer = excluded.producer, dataset = excluded.dataset, vintage = excluded.vintage, url = excluded.url,
       licence = excluded.licence, retrieved_at = excluded.retrieved_at, checksum = excluded.checksum, exhaustive_types = excluded.exhaustive_types`,
    [
      sourceId,
      territoryId,
      dataset.producer,
      dataset.title,
      vintage,
      url ?? dataset.url,
      dataset.licence,
      checksum,
      exhaustiveTypes,
    ],
  );
}

/** Types that the territory has from a list of their own, which knows better than a list of everything. */
export async function reservedTypes(
  client: pg.ClientBase,
  territoryId: string,
  dataset: Dataset,
): Promise<ReadonlySet<string>> {
  if (dataset.types) return new Set();
  const { rows } = await client.query<{ type: string }>(
    `select distinct unnest(exhaustive_types) as type from source
     where territory_id = $1 and not demonstration and id not like $2`,
    [territoryId, `import-${dataset.name}-%`],
  );
  return new Set(rows.map(({ type }) => type));
}

/** Generated and real data never mix: the first real row ends the demonstration. */
export async function removeDemonstration(client: pg.ClientBase, territoryId: string): Promise<void> {
  await client.query(
    'delete from premises where territory_id = $1 and demonstration and updated_at = created_at',
    [territoryId],
  );
  for (const table of ['facility', 'broadband_coverage', 'offer_statement', 'facility_enrolment']) {
    await client.query(
      `delete from ${table} where territory_id = $1
       and source_id in (select id from source where territory_id = $1 and demonstration)`,
      [territoryId],
    );
  }
  await removeQualification(client, territoryId);
  await client.query('delete from source where territory_id = $1 and demonstration', [territoryId]);
}
