import type { SubgraphContext } from '@ancrage/subgraph';
import {
  FACET_CONDITIONS,
  type FacetName,
  type SoloSelection,
  searchedWords,
  selectionValues,
  soloSource,
  termValues,
} from '../solo/solo-selection.js';
import type { Facet } from './facet.js';
import { toFacetValue } from './facet-label.js';

const NAMES = Object.keys(FACET_CONDITIONS) as FacetName[];

/** What each facet counts by; a skill is one of several, so it needs its rows unfolded. */
const VALUES: Record<FacetName, string> = {
  activity: 'select activity as value from matched',
  skill: 'select value from matched, unnest(skills) as value',
  commune: 'select commune_code as value from matched',
  area: 'select area as value from matched',
  language: 'select value from matched, unnest(languages) as value',
  canSponsor: 'select can_sponsor::text as value from matched',
};

/** A facet's own condition is left out, so that its other values can still be chosen: it may miss, no other may. */
const counts = (name: FacetName) =>
  `(select '${name}' as name, value, count(*)::int as count
    from (${VALUES[name]} where missed is null or missed = '${name}') as each_solo
    where value is not null group by value order by count desc, value limit ${name === 'commune' ? 1000 : 100})`;

const MISSED = NAMES.map((name) => `case when ${FACET_CONDITIONS[name]} then null else '${name}' end`);
const COUNTS = NAMES.map(counts).join(' union all ');

/** Rows of the summary: a facet's value with its count, and once the total, under the name `total`. */
interface SummaryRow extends Record<string, unknown> {
  name: FacetName | 'total';
  value: string;
  count: number;
}

/** How many a selection has, and the counts of its facets. */
export interface SoloSummary {
  total: number;
  facets: Facet[];
}

/**
 * Counts a selection and the values of its facets, in one statement that reads each solo once: a solo that misses two
 * conditions counts nowhere.
 */
export async function selectSummary(
  context: SubgraphContext,
  selection: SoloSelection,
): Promise<SoloSummary> {
  const words = searchedWords(selection);
  const rows = await context.read<SummaryRow>({
    name: words ? 'summary of solos found' : 'summary of solos',
    text: summaryStatement(words ? 7 : undefined),
    values: [...selectionValues(selection), ...termValues(words)],
  });
  const byName = Map.groupBy(rows, (row) => row.name);
  return {
    total: byName.get('total')?.[0]?.count ?? 0,
    facets: NAMES.map((name) => ({
      name,
      values: (byName.get(name) ?? []).map(({ value, count }) =>
        toFacetValue(name, value, count, context.origin.locale),
      ),
    })),
  };
}

/** The statement of a summary; the search is in the parameters from `first`. */
export const summaryStatement = (first?: number): string => `with matched as materialized (
    select activity, skills, commune_code, area, languages, can_sponsor, misses[1] as missed
      from (select s.activity, s.skills, s.commune_code, s.area, s.languages, s.can_sponsor,
                   array_remove(array[${MISSED.join(', ')}], null) as misses
              from ${soloSource(first)} where s.status = 'PUBLISHED') as judged
     where cardinality(misses) < 2
  )
  select 'total' as name, null as value, count(*)::int as count from matched where missed is null
  union all ${COUNTS}`;
