import type { SubgraphContext } from '@ancrage/subgraph';
import { type Comparable, type FoundPair, findPairs } from './find-pairs.js';
import type { ProspectMergeNode, ProspectMergeSide } from './prospect-merge.js';

/** Beyond this a territory's households are not what this was made for. */
const MOST_HOUSEHOLDS = 20_000;

/** Pairs that may be one household and were not told apart yet, surest first. */
export async function selectPairs(context: SubgraphContext): Promise<FoundPair[]> {
  const values = [context.requireTerritory()];
  const [households, apart] = await Promise.all([
    context.read<Comparable & Record<string, unknown>>({
      name: 'comparable households',
      text: `select p.id, c.name, c.email_key as "emailKey", c.phone_key as "phoneKey",
          p.children_birth_years as "childrenBirthYears"
        from prospect p join prospect_contact c on c.prospect_id = p.id
        where p.territory_id = $1 and p.anonymised_at is null order by p.id limit ${MOST_HOUSEHOLDS}`,
      values,
    }),
    context.read<{ pair: string }>({
      name: 'households told apart',
      text: `select first_id || ' ' || second_id as pair from prospect_pair where territory_id = $1`,
      values,
    }),
  ]);
  const told = new Set(apart.map(({ pair }) => pair));
  return findPairs(households).filter(({ firstId, secondId }) => !told.has(`${firstId} ${secondId}`));
}

/** Both households of pairs, by id. */
export async function selectSides(
  context: SubgraphContext,
  ids: readonly string[],
): Promise<Map<string, ProspectMergeSide>> {
  const rows = await context.read<ProspectMergeSide & Record<string, unknown>>({
    name: 'households of pairs',
    text: `select p.id, p.stage, c.name, c.email, c.phone, c.lives_in as "livesIn", p.adults,
        p.children_birth_years as "childrenBirthYears", p.project, p.activity, p.horizon, p.housing, p.premises,
        p.needed_speed as "neededSpeed", p.first_contact_on::text as "firstContactOn",
        p.last_contact_at as "lastContactAt", p.demonstration,
        (select count(*)::int from registration r where r.prospect_id = p.id) as registrations
      from prospect p join prospect_contact c on c.prospect_id = p.id
      where p.territory_id = $1 and p.id = any($2::uuid[])`,
    values: [context.requireTerritory(), ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

const MERGE = `m.id, m.kept_id as "keptId", m.merged_at as "mergedAt", m.undone_at as "undoneAt",
  coalesce(m.before #>> '{merged,contact,name}', '') as "mergedName",
  coalesce(c.name, m.before #>> '{kept,contact,name}', '') as "keptName"`;
const FROM = 'prospect_merge m left join prospect_contact c on c.prospect_id = m.kept_id';

/** The last twenty merges, newest first. */
export const selectMerges = (context: SubgraphContext): Promise<ProspectMergeNode[]> =>
  context.read<ProspectMergeNode & Record<string, unknown>>({
    name: 'merges of households',
    text: `select ${MERGE} from ${FROM} where m.territory_id = $1 order by m.merged_at desc, m.id limit 20`,
    values: [context.requireTerritory()],
  });

export async function selectMerge(context: SubgraphContext, id: string): Promise<ProspectMergeNode | null> {
  const [row] = await context.read<ProspectMergeNode & Record<string, unknown>>({
    name: 'merge of households',
    text: `select ${MERGE} from ${FROM} where m.territory_id = $1 and m.id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ?? null;
}
