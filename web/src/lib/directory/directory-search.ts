import type { SoloFilter } from '#lib/graphql/generated/graphql.ts';

/** What the directory is asked for, as its address says it: the words, and the values of each facet. */
export type DirectorySearch = {
  q: string;
  activity: string[];
  skill: string[];
  commune: string[];
  area: string[];
  language: string[];
  sponsor: boolean;
};
export type ListFacet = 'activity' | 'skill' | 'commune' | 'area' | 'language';

/** The name of each facet in addresses. */
export const facetWords: Record<ListFacet, string> = {
  activity: 'activite',
  skill: 'competence',
  commune: 'commune',
  area: 'secteur',
  language: 'langue',
};
const facets = Object.keys(facetWords) as ListFacet[];

export const emptySearch: DirectorySearch = {
  q: '',
  activity: [],
  skill: [],
  commune: [],
  area: [],
  language: [],
  sponsor: false,
};

/** More values than these of one facet are no choice any more. */
const most = 20;

/** Addresses are typed by anybody: what means nothing is left out. */
export function parseDirectorySearch(parameters: URLSearchParams): DirectorySearch {
  const values = (facet: ListFacet) => [
    ...new Set(
      parameters
        .getAll(facetWords[facet])
        .map((value) => value.trim())
        .filter((value) => value !== '' && value.length <= (facet === 'commune' ? 5 : 100)),
    ),
  ];
  return {
    q: (parameters.get('q') ?? '').trim().slice(0, 100),
    activity: values('activity').slice(0, most),
    skill: values('skill').slice(0, most),
    commune: values('commune')
      .filter((code) => /^[0-9AB]{5}$/.test(code))
      .slice(0, most),
    area: values('area').slice(0, most),
    language: values('language')
      .filter((code) => /^[a-z]{2,3}$/.test(code))
      .slice(0, most),
    sponsor: parameters.get('parrain') === '1',
  };
}

/** The address of a search, with its question mark, or empty; `after` is where its page begins. */
export function directoryAddress(search: DirectorySearch, after = ''): string {
  const parameters = new URLSearchParams();
  if (search.q) {
    parameters.set('q', search.q);
  }
  for (const facet of facets) {
    for (const value of search[facet]) {
      parameters.append(facetWords[facet], value);
    }
  }
  if (search.sponsor) {
    parameters.set('parrain', '1');
  }
  if (after) {
    parameters.set('suite', after);
  }
  const query = parameters.toString();
  return query && `?${query}`;
}

export function directoryFilter(search: DirectorySearch): SoloFilter {
  const chosen = facets.filter((facet) => search[facet].length > 0);
  return {
    ...Object.fromEntries(chosen.map((facet) => [facet, search[facet]])),
    ...(search.sponsor && { canSponsor: true }),
  };
}

/** The search with a value of a facet added, or taken away. */
export function toggled(search: DirectorySearch, facet: ListFacet, value: string): DirectorySearch {
  const values = search[facet];
  return {
    ...search,
    [facet]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value],
  };
}

/** What narrows a search, one by one: each with the search without it. */
export function narrowings(
  search: DirectorySearch,
): { facet: ListFacet | 'q' | 'sponsor'; value: string; without: DirectorySearch }[] {
  return [
    ...(search.q ? [{ facet: 'q' as const, value: search.q, without: { ...search, q: '' } }] : []),
    ...facets.flatMap((facet) =>
      search[facet].map((value) => ({ facet, value, without: toggled(search, facet, value) })),
    ),
    ...(search.sponsor
      ? [{ facet: 'sponsor' as const, value: '', without: { ...search, sponsor: false } }]
      : []),
  ];
}
