import type { SubgraphContext } from '@ancrage/subgraph';
import { plainText } from '../vocabulary/search-terms.js';
import type { DirectorySuggestion } from './suggestion.js';

const MOST = 8;

/** How like a label is to what was typed: 2 where a word of it begins so, else the likeness of the words, 0 to 1. */
const likeness = (label: string) =>
  `case when strpos(' ' || ${label}, ' ' || $1) > 0 then 2 else word_similarity($1, ${label}) end`;

const STATEMENT = `
  with published as materialized (
    select slug, display_name, name_key, activity, skills from solo where status = 'PUBLISHED'
  ), label as (
    select 'ACTIVITY' as kind, activity as label, plain(activity) as plain, count(*)::int as count, null as slug
      from published group by activity
    union all
    select 'SKILL', skill, plain(skill), count(*)::int, null
      from published, unnest(skills) as skill group by skill
    union all
    select 'SOLO', display_name, name_key, 1, slug from published where strpos(' ' || name_key, ' ' || $1) > 0
  )
  select kind, label, count, slug
    from (select *, ${likeness('plain')} as likeness, row_number() over (partition by plain order by kind) as same
            from label) as compared
   where likeness >= $2 and (kind = 'SOLO' or same = 1)
   order by likeness desc, kind, count desc, label, slug limit ${MOST}`;

/** Labels and names that begin as what was typed does; else those that are spelt most like it. At most eight. */
export async function selectSuggestions(
  context: SubgraphContext,
  search: string,
): Promise<DirectorySuggestion[]> {
  const typed = (plainText(search).match(/[a-z0-9]+/g) ?? []).join(' ');
  if (typed.length < 2) return [];
  return context.read<DirectorySuggestion & Record<string, unknown>>({
    name: 'directory suggestions',
    text: STATEMENT,
    values: [typed, typed.length < 4 ? 2 : 0.35],
  });
}
