import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { nameKey } from '@ancrage/subgraph/slug';
import { searchTypes, typesOfFamilies } from '../facility/facility-types.js';
import { type FactFilter, FactOrder, type FactsArguments } from './fact.input.js';
import type { FactConnection } from './fact.js';
import { CURATED_TYPES, FACTS, type FactRow, SAID, toFact, VOUCHED } from './fact.queries.js';

/** Later than any date, and still a number in JSON: what has no date comes last. */
const NEVER = 9e15;

const KEYS: Record<FactOrder, { key: string; direction: 'asc' | 'desc' }> = {
  [FactOrder.COMMUNE_ASC]: { key: 'tc.name_key', direction: 'asc' },
  [FactOrder.COMMUNE_DESC]: { key: 'tc.name_key', direction: 'desc' },
  [FactOrder.TYPE_ASC]: { key: 'f."typeCode"', direction: 'asc' },
  [FactOrder.EXPIRES_ASC]: {
    key: `coalesce(extract(epoch from f.expires_at), ${NEVER})::float8`,
    direction: 'asc',
  },
  [FactOrder.VERIFIED_DESC]: {
    key: 'coalesce(extract(epoch from f.verified_at), 0)::float8',
    direction: 'desc',
  },
};

/**
 * A page of the facts of the whole territory. The rule is applied to the communes asked for, all of them by default:
 * four thousand facts for a hundred communes.
 */
export async function selectFacts(
  context: SubgraphContext,
  { filter, orderBy, first, after }: FactsArguments,
): Promise<FactConnection> {
  const { key, direction } = KEYS[orderBy ?? FactOrder.COMMUNE_ASC];
  const types = typesOf(filter);
  const values: unknown[] = [
    context.requireTerritory(),
    await communesOf(context, filter),
    listedOf(filter, types),
  ];
  const conditions = conditionsOf(filter, types, values);
  let beyond = 'true';
  if (after) {
    const cursor = decodeCursor(after, 3);
    values.push(...cursor);
    const [a, b, c] = [values.length - 2, values.length - 1, values.length];
    beyond = `(key, "communeCode", "typeCode") ${direction === 'asc' ? '>' : '<'} ($${a}, $${b}, $${c})`;
  }
  values.push(first + 1);
  const rows = await context.read<FactRow & { key: string | number; total: number }>({
    text: `with ${SAID}, matching as (
        select f.*, ${key} as key from (${FACTS}) f
        join territory_commune tc on tc.territory_id = $1 and tc.commune_code = f."communeCode"
        where ${conditions.join(' and ')}
      )
      select f.*, ${VOUCHED}, (select count(*)::int from matching) as total
      from (select * from matching where ${beyond}
        order by key ${direction}, "communeCode" ${direction}, "typeCode" ${direction} limit $${values.length}) f
      order by key ${direction}, "communeCode" ${direction}, "typeCode" ${direction}`,
    values,
  });
  const page = toPage(rows, first, (row) => encodeCursor([row.key, row.communeCode, row.typeCode]));
  return { totalCount: rows[0]?.total ?? 0, nodes: page.nodes.map(toFact), pageInfo: page.pageInfo };
}

/** The types that the filter leaves, or null for every one that matters or is stated. */
function typesOf(filter?: FactFilter): string[] | null {
  const ofFamilies = filter?.families?.length ? typesOfFamilies(filter.families) : null;
  if (!filter?.types?.length) return ofFamilies;
  return ofFamilies ? filter.types.filter((code) => ofFamilies.includes(code)) : filter.types;
}

/** The types of which every commune has a fact, known or not: those asked for by name, else those that matter. */
const listedOf = (filter: FactFilter | undefined, types: string[] | null) =>
  filter?.types?.length ? types : CURATED_TYPES.filter((code) => types === null || types.includes(code));

async function communesOf(context: SubgraphContext, filter?: FactFilter): Promise<string[]> {
  if (filter?.commune) return [filter.commune];
  const rows = await context.read<{ code: string }>({
    name: 'codes of communes',
    text: 'select commune_code as code from territory_commune where territory_id = $1',
    values: [context.requireTerritory()],
  });
  return rows.map(({ code }) => code);
}

function conditionsOf(filter: FactFilter | undefined, types: string[] | null, values: unknown[]): string[] {
  const conditions = ['true'];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  if (types) conditions.push(`f."typeCode" = any(${parameter(types)})`);
  const search = filter?.search?.trim();
  if (search) {
    const pattern = parameter(`%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(`(tc.name_key like ${pattern} or f."typeCode" = any(${parameter(searchTypes(search))}))`);
  }
  if (filter?.statuses?.length) conditions.push(`f.status = any(${parameter(filter.statuses)})`);
  const flag = (wanted: boolean | undefined, condition: string) => {
    if (wanted !== undefined && wanted !== null) conditions.push(wanted ? condition : `not ${condition}`);
  };
  flag(filter?.conflict, 'f.conflict');
  flag(filter?.expired, 'f.expired');
  flag(filter?.unverified, '(not f.verified)');
  flag(
    filter?.decided,
    '(exists (select from conflict_decision d where d.territory_id = $1 and d.commune_code = f."communeCode" and d.type_code = f."typeCode"))',
  );
  if (filter?.expiresBefore)
    conditions.push(`f.expires_at < ${parameter(filter.expiresBefore.toISOString().slice(0, 10))}::date`);
  return conditions;
}
