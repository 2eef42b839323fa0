import { nameKey, slugOf } from '@ancrage/subgraph/slug';
import type pg from 'pg';
import { readCentres, readCommunes, readIntercommunalities, readRegions } from './official-data.js';
import { CELLS_SOURCE, CENTRES_SOURCE, COG_SOURCE } from './sources.js';

/**
 * Loads the reference data of all France (35,000 communes) unless this vintage is there already. Runs in the caller's
 * transaction, as the owner.
 */
export async function loadReference(client: pg.ClientBase): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtext('ancrage reference'))");
  const { rowCount } = await client.query('select 1 from source where id = $1', [COG_SOURCE.id]);
  if (rowCount) return;
  await loadSources(client);
  await insertRows(
    client,
    'region',
    readRegions().map(({ code, nom }) => ({ code, name: nom })),
  );
  const intercommunalities = readIntercommunalities();
  await insertRows(
    client,
    'intercommunality',
    intercommunalities.map(({ code, nom, type, membres }) => ({
      siren: code,
      name: nom,
      kind: type,
      commune_count: membres.length,
    })),
  );
  await insertRows(client, 'commune_reference', communeRows(intercommunalities));
}

async function loadSources(client: pg.ClientBase): Promise<void> {
  const retrieved_at = new Date().toISOString();
  await insertRows(
    client,
    'source',
    [COG_SOURCE, CENTRES_SOURCE, CELLS_SOURCE].map((source) => ({ ...source, retrieved_at })),
  );
}

function communeRows(intercommunalities: ReturnType<typeof readIntercommunalities>) {
  const sirenOf = new Map(
    intercommunalities.flatMap(({ code, membres }) => membres.map((member) => [member.code, code] as const)),
  );
  const centreOf = new Map(readCentres().map(({ code, centre }) => [code, centre?.coordinates] as const));
  return readCommunes().map((commune) => ({
    code: commune.code,
    name: commune.nom,
    name_key: nameKey(commune.nom),
    slug: slugOf(commune.nom),
    department_code: commune.departement,
    region_code: commune.region,
    intercommunality_siren: sirenOf.get(commune.code) ?? null,
    population: commune.population ?? null,
    postal_codes: commune.codesPostaux ?? [],
    longitude: centreOf.get(commune.code)?.[0] ?? null,
    latitude: centreOf.get(commune.code)?.[1] ?? null,
  }));
}

/** Inserts rows in one statement, leaving those already there; keys are the table's columns. */
export async function insertRows(
  client: pg.ClientBase,
  table: string,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] as object);
  const list = columns.map((column) => `"${column}"`).join(', ');
  await client.query(
    `insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, $1::jsonb) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
