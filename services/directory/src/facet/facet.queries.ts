import type { SubgraphContext } from '@ancrage/subgraph';
import {
  FACET_CONDITIONS,
  type SoloSelection,
  searchedWords,
  selectionValues,
  soloSource,
} from '../solo/solo-selection.js';
import type { Facet, FacetValue } from './facet.js';

type FacetName = keyof typeof FACET_CONDITIONS;
const NAMES = Object.keys(FACET_CONDITIONS) as FacetName[];

/** What each facet counts by; a skill is one of several, so it needs its rows unfolded. */
const VALUES: Record<FacetName, string> = {
  activity: 'select activity as value from matched',
  skill: 'select value from matched, unnest(skills) as value',
  commune: 'select commune_code as value from matched',
  canSponsor: 'select can_sponsor::text as value from matched',
};

const matches = (name: FacetName) => `"${name}_matches"`;

/** A facet's own condition is left out, so that its other values can still be chosen. */
const counts = (name: FacetName) => {
  const others = NAMES.filter((other) => other !== name).map(matches);
  return `(select '${name}' as name, value, count(*)::int as count
    from (${VALUES[name]} where ${others.join(' and ')}) as each_solo
    where value is not null group by value order by count desc, value limit 100)`;
};

const MATCHED = NAMES.map((name) => `${FACET_CONDITIONS[name]} as ${matches(name)}`).join(', ');
const COUNTS = NAMES.map(counts).join(' union all ');

/** Counts of the values of each facet over a selection, in one statement. */
export async function selectFacets(context: SubgraphContext, selection: SoloSelection): Promise<Facet[]> {
  const words = searchedWords(selection);
  const rows = await context.read<{ name: FacetName; value: string; count: number }>({
    name: words ? 'facets of solos found' : 'facets of solos',
    text: `with matched as materialized (
        select s.activity, s.skills, s.commune_code, s.can_sponsor, ${MATCHED}
          from ${soloSource(words ? '$5' : undefined)} where s.status = 'PUBLISHED'
      ) ${COUNTS}`,
    values: [...selectionValues(selection), ...(words ? [words] : [])],
  });
  const byName = Map.groupBy(rows, (row) => row.name);
  return NAMES.map((name) => ({
    name,
    values: (byName.get(name) ?? []).map(({ value, count }) =>
      toValue(name, value, count, context.origin.locale),
    ),
  }));
}

const SPONSOR_LABELS: Record<string, Record<string, string>> = {
  fr: { true: 'Peut parrainer', false: 'Ne parraine pas' },
  en: { true: 'Can sponsor', false: 'Does not sponsor' },
};

function toValue(name: FacetName, value: string, count: number, locale: string): FacetValue {
  const label = name === 'canSponsor' ? SPONSOR_LABELS[locale]?.[value] : undefined;
  return { value, label: label ?? value, count, commune: name === 'commune' ? { code: value } : null };
}
