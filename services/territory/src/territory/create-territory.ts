import pg from 'pg';
import { type PreparedContours, prepareContours, storeContours } from '../contour/load-contours.js';
import { downloadContours } from '../contour/official-contours.js';
import { loadReference } from '../reference/load-reference.js';
import { TERRITORY_REQUEST, TerritoryRefusedError, type TerritoryRequest } from './territory-request.js';
import { writeTerritory } from './write-territory.js';

export interface CreatedTerritory {
  id: string;
  slug: string;
  name: string;
  population: number;
  communes: { code: string; population: number }[];
  hosts: string[];
  contours: { official: number; approximate: number; reason: string | null };
}

interface CommuneRow {
  code: string;
  population: number | null;
}

/**
 * Creates a territory from official communes, all or nothing.
 * @param ownerUrl connection string of the owner of the territory database, migrated
 * @param contoursUrl where official contours are fetched; null draws cells
 * @throws TerritoryRefusedError with every problem of the request
 */
export async function createTerritory(
  ownerUrl: string,
  input: unknown,
  contoursUrl: string | null,
): Promise<CreatedTerritory> {
  const parsed = TERRITORY_REQUEST.safeParse(input);
  if (!parsed.success) throw new TerritoryRefusedError(parsed.error.issues.map(({ message }) => message));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await inTransaction(client, () => loadReference(client));
    const communes = await selectCommunes(client, parsed.data);
    await refuseTaken(client, parsed.data);
    const codes = new Set(communes.map(({ code }) => code));
    const contours = await prepareContours(client, codes, await downloadContours(codes, contoursUrl));
    return await inTransaction(client, () => insertTerritory(client, parsed.data, communes, contours));
  } catch (error) {
    throw takenMeanwhile(error) ?? error;
  } finally {
    await client.end();
  }
}

async function selectCommunes(
  client: pg.Client,
  { epci, departments, regions }: TerritoryRequest,
): Promise<CommuneRow[]> {
  const known = await client.query<{ siren: string }>(
    'select siren from intercommunality where siren = any($1)',
    [epci],
  );
  const unknown = epci.filter((siren) => !known.rows.some((row) => row.siren === siren));
  if (unknown.length > 0) {
    throw new TerritoryRefusedError(
      unknown.map((siren) => `epci: no intercommunality has the SIREN number ${siren} in COG 2026`),
    );
  }
  const { rows } = await client.query<CommuneRow>(
    `select code, population from commune_reference
     where intercommunality_siren = any($1) or department_code = any($2) or region_code = any($3) order by code`,
    [epci, departments, regions],
  );
  if (rows.length === 0) throw new TerritoryRefusedError(['no commune is in these departments or regions']);
  return rows;
}

async function refuseTaken(client: pg.Client, { slug, hosts }: TerritoryRequest): Promise<void> {
  const problems: string[] = [];
  const slugs = await client.query('select 1 from territory where slug = $1', [slug]);
  if (slugs.rowCount) problems.push(`slug: ${slug} is already a territory`);
  const taken = await client.query<{ host: string }>('select host from territory_host where host = any($1)', [
    hosts,
  ]);
  problems.push(...taken.rows.map(({ host }) => `host: ${host} already serves a territory`));
  if (problems.length > 0) throw new TerritoryRefusedError(problems);
}

/** Two commands may ask for the same name at once: the second to write is refused like one that comes later. */
function takenMeanwhile(error: unknown): TerritoryRefusedError | null {
  const { code, detail } = error as { code?: string; detail?: string };
  return code === '23505' ? new TerritoryRefusedError([detail ?? 'taken by another command']) : null;
}

async function insertTerritory(
  client: pg.Client,
  { slug, name, locales, hosts }: TerritoryRequest,
  communes: CommuneRow[],
  contours: PreparedContours,
): Promise<CreatedTerritory> {
  const codes = communes.map(({ code }) => code);
  await storeContours(client, contours);
  const id = await writeTerritory(client, { slug, name, locales, hosts, communes: codes, region: null });
  const { rows } = await client.query<{ approximate: boolean; count: number }>(
    'select approximate, count(*)::int from commune_contour where commune_code = any($1) group by 1',
    [codes],
  );
  const countOf = (approximate: boolean) => rows.find((row) => row.approximate === approximate)?.count ?? 0;
  return {
    ...{ id, slug, name, hosts },
    population: communes.reduce((sum, commune) => sum + (commune.population ?? 0), 0),
    communes: communes.map((commune) => ({ code: commune.code, population: commune.population ?? 0 })),
    contours: { official: countOf(false), approximate: countOf(true), reason: contours.reason },
  };
}

export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
