import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { nameKey } from '@ancrage/subgraph/slug';
import { type CommuneFilter, CommuneOrder, type CommunesArguments } from './commune.input.js';
import type { Commune, CommuneConnection, CommuneDetails } from './commune.js';

type CommuneRow = Commune & { nameKey: string };

// Pages join a hundred communes with other subgraphs many times a second: they read what lists show, nothing else.
const COLUMNS = `c.code, c.name, c.slug, c.population, c.name_key as "nameKey",
  tc.broadband_class as "broadbandClass", coalesce(tc.facility_counts, '{}') as "countsByType"`;

const DETAILS = `jsonb_build_object('postalCodes', c.postal_codes, 'departmentCode', c.department_code,
  'longitude', c.longitude, 'latitude', c.latitude, 'intercommunalitySiren', c.intercommunality_siren) as details`;

const ORDERS: Record<
  CommuneOrder,
  { column: string; direction: 'asc' | 'desc'; value: (row: CommuneRow) => string | number }
> = {
  [CommuneOrder.NAME_ASC]: { column: 'tc.name_key', direction: 'asc', value: (row) => row.nameKey },
  [CommuneOrder.NAME_DESC]: { column: 'tc.name_key', direction: 'desc', value: (row) => row.nameKey },
  [CommuneOrder.POPULATION_ASC]: {
    column: 'tc.population',
    direction: 'asc',
    value: (row) => row.population ?? 0,
  },
  [CommuneOrder.POPULATION_DESC]: {
    column: 'tc.population',
    direction: 'desc',
    value: (row) => row.population ?? 0,
  },
};

/** A page of the communes of a territory, by cursor: no page costs more than the first. */
export async function selectCommunes(
  context: SubgraphContext,
  { filter, orderBy, first, after }: CommunesArguments,
): Promise<CommuneConnection> {
  const territoryId = context.requireTerritory();
  const { column, direction, value } = ORDERS[orderBy ?? CommuneOrder.NAME_ASC];
  const values: unknown[] = [territoryId];
  const conditions = filterConditions(filter, values);
  const total =
    conditions.length === 0
      ? '(select commune_count from territory where id = $1)'
      : `(select count(*)::int from territory_commune tc join commune_reference c on c.code = tc.commune_code where ${['tc.territory_id = $1', ...conditions].join(' and ')})`;
  const page = ['tc.territory_id = $1', ...conditions];
  if (after) {
    const [key, code] = decodeCursor(after, 2);
    values.push(key, code);
    page.push(
      `(${column}, tc.commune_code) ${direction === 'asc' ? '>' : '<'} ($${values.length - 1}, $${values.length})`,
    );
  }
  values.push(first + 1);
  const rows = await context.read<CommuneRow & { total: number }>({
    ...(conditions.length === 0 && {
      name: `communes ${column} ${direction} ${after ? 'after' : 'first'}`,
      short: true,
    }),
    text: `select ${COLUMNS}, ${total} as total
      from territory_commune tc join commune_reference c on c.code = tc.commune_code
      where ${page.join(' and ')}
      order by ${column} ${direction}, tc.commune_code ${direction} limit $${values.length}`,
    values,
  });
  const totalCount = rows[0]?.total ?? (after ? await countAll(context, filter) : 0);
  return { totalCount, ...toPage(rows, first, (row) => encodeCursor([value(row), row.code])) };
}

/** The page behind the last one is empty, yet its total is not. */
async function countAll(context: SubgraphContext, filter?: CommuneFilter): Promise<number> {
  const { totalCount } = await selectCommunes(context, { filter, orderBy: CommuneOrder.NAME_ASC, first: 1 });
  return totalCount;
}

function filterConditions(filter: CommuneFilter | undefined, values: unknown[]): string[] {
  const conditions: string[] = [];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value === undefined || value === null) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  const search = filter?.search?.trim();
  add(
    search ? `%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%` : undefined,
    (p) => `(tc.name_key like ${p} or exists (select from unnest(c.postal_codes) code where code like ${p}))`,
  );
  add(filter?.minimumPopulation, (p) => `tc.population >= ${p}`);
  add(filter?.maximumPopulation, (p) => `tc.population <= ${p}`);
  add(filter?.broadbandClass, (p) => `tc.broadband_class::text = any(${p})`);
  add(filter?.intercommunality, (p) => `c.intercommunality_siren = ${p}`);
  add(filter?.codes, (p) => `tc.commune_code = any(${p}::text[])`);
  add(filter?.facilityTypes, (p) => `tc.facility_counts ?& ${p}::text[]`);
  return conditions;
}

/** All communes of a territory by name. */
export function selectAllCommunes(context: SubgraphContext, territoryId: string): Promise<Commune[]> {
  return context.readIn<Commune>(territoryId, {
    name: 'all communes',
    text: `select ${COLUMNS}, ${DETAILS} from territory_commune tc join commune_reference c on c.code = tc.commune_code
      where tc.territory_id = $1 order by tc.name_key, tc.commune_code`,
    values: [territoryId],
  });
}

/** One commune of the request's territory, or null. */
export async function selectCommune(context: SubgraphContext, code: string): Promise<Commune | null> {
  const [row] = await context.read<Commune>({
    name: 'commune',
    short: true,
    text: `select ${COLUMNS}, ${DETAILS} from territory_commune tc join commune_reference c on c.code = tc.commune_code
      where tc.territory_id = $1 and tc.commune_code = $2`,
    values: [context.requireTerritory(), code],
  });
  return row ?? null;
}

/** A commune that another subgraph names: reference facts for any of France, the offer's within the territory. */
export function loadCommune(context: SubgraphContext, code: string): Promise<Commune | null> {
  return context.load('commune', code, async (codes: readonly string[]) => {
    const rows = await context.read<Commune>({
      name: 'communes by code',
      short: true,
      text: `select ${COLUMNS}, ${DETAILS} from commune_reference c left join territory_commune tc on tc.commune_code = c.code and tc.territory_id = $2
        where c.code = any($1)`,
      values: [codes, context.scope.territoryId],
    });
    const byCode = new Map(rows.map((row) => [row.code, row]));
    return codes.map((key) => byCode.get(key) ?? null);
  });
}

/** Facts of a commune that its page left out, batched. */
export async function loadDetails(
  context: SubgraphContext,
  { code, details }: Commune,
): Promise<CommuneDetails> {
  if (details) return details;
  return context.load('commune details', code, async (codes: readonly string[]) => {
    const rows = await context.read<{ code: string; details: CommuneDetails }>({
      name: 'commune details',
      short: true,
      text: `select c.code, ${DETAILS} from commune_reference c where c.code = any($1)`,
      values: [codes],
    });
    const byCode = new Map(rows.map((row) => [row.code, row.details]));
    return codes.map((key) => byCode.get(key) as CommuneDetails);
  });
}
