import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Bounds, boundsOfPoints } from '../contour/bounds.js';
import { type PreparedContours, prepareContours, storeContours } from '../contour/load-contours.js';
import { loadReference } from '../reference/load-reference.js';
import { summariseOffer } from './offer-summary.js';
import { TERRITORY_REQUEST, TerritoryRefusedError, type TerritoryRequest } from './territory-request.js';
import { DEFAULT_THEME } from './theme.js';

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
  region_code: string;
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
    const contours = await prepareContours(client, new Set(communes.map(({ code }) => code)), contoursUrl);
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
    `select code, population, region_code from commune_reference
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
  request: TerritoryRequest,
  communes: CommuneRow[],
  contours: PreparedContours,
): Promise<CreatedTerritory> {
  const id = randomUUID();
  const codes = communes.map(({ code }) => code);
  const population = communes.reduce((sum, commune) => sum + (commune.population ?? 0), 0);
  await actAsOperator(client, id);
  await storeContours(client, contours);
  await client.query(
    `insert into territory (id, slug, name, region_code, population, commune_count, bounds, theme, locales, default_locale, texts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '{}')`,
    [
      id,
      request.slug,
      request.name,
      mostFrequent(communes),
      population,
      communes.length,
      await boundsOfCommunes(client, codes),
      DEFAULT_THEME,
      request.locales,
      request.locales[0],
    ],
  );
  await client.query('insert into territory_host (host, territory_id) select unnest($1::text[]), $2', [
    request.hosts,
    id,
  ]);
  await client.query(
    `insert into territory_commune (territory_id, commune_code, name_key, population)
     select $1, code, name_key, coalesce(population, 0) from commune_reference where code = any($2)`,
    [id, codes],
  );
  await summariseOffer(client, id);
  const { rows } = await client.query<{ approximate: boolean; count: number }>(
    'select approximate, count(*)::int from commune_contour where commune_code = any($1) group by 1',
    [codes],
  );
  const countOf = (approximate: boolean) => rows.find((row) => row.approximate === approximate)?.count ?? 0;
  return {
    id,
    slug: request.slug,
    name: request.name,
    population,
    communes: communes.map((commune) => ({ code: commune.code, population: commune.population ?? 0 })),
    hosts: request.hosts,
    contours: { official: countOf(false), approximate: countOf(true), reason: contours.reason },
  };
}

async function boundsOfCommunes(client: pg.Client, codes: string[]): Promise<Bounds> {
  const { rows } = await client.query<{ bounds: Bounds }>(
    'select bounds from commune_contour where commune_code = any($1)',
    [codes],
  );
  return boundsOfPoints(
    rows.flatMap(({ bounds: [west, south, east, north] }) => [
      [west, south],
      [east, north],
    ]),
  );
}

/** A territory across two regions belongs to the one that holds most of its communes. */
function mostFrequent(communes: CommuneRow[]): string {
  const counts = new Map<string, number>();
  for (const { region_code } of communes) counts.set(region_code, (counts.get(region_code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] as string;
}

/** The owner is bound by row-level security too: it must say for which territory it acts. */
export async function actAsOperator(client: pg.ClientBase, territoryId: string): Promise<void> {
  await client.query(
    "select set_config('app.territory_id', $1, true), set_config('app.role', 'OPERATOR', true)",
    [territoryId],
  );
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
