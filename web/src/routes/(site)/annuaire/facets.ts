import { type DirectorySearch, facetWords, type ListFacet } from '#lib/directory/directory-search.ts';

type Answered = { name: string; values: { value: string; label: string; count: number }[] };
/** A choice among the values of a facet: what is chosen stands first, also where it finds nobody. */
export type FacetChoice = {
  facet: ListFacet;
  values: { value: string; label: string; count: number; chosen: boolean }[];
};

/** The facets that a page offers, with communes by their names. `sponsors`: how many could be sponsors. */
export function facetsOf(
  answered: readonly Answered[],
  communes: readonly { code: string; name: string }[],
  search: DirectorySearch,
): { choices: FacetChoice[]; sponsors: number } {
  const names = new Map(communes.map(({ code, name }) => [code, name]));
  const labelOf = (facet: ListFacet, value: string, label: string) =>
    facet === 'commune' ? (names.get(value) ?? value) : label;
  const choices = (Object.keys(facetWords) as ListFacet[]).map((facet): FacetChoice => {
    const counted = answered.find(({ name }) => name === facet)?.values ?? [];
    const missing = search[facet].filter((value) => !counted.some((one) => one.value === value));
    const values = [...counted, ...missing.map((value) => ({ value, label: value, count: 0 }))]
      // Another territory's commune is none of ours.
      .filter(({ value }) => facet !== 'commune' || names.has(value))
      .map(({ value, label, count }) => ({
        value,
        label: labelOf(facet, value, label),
        count,
        chosen: search[facet].includes(value),
      }));
    return { facet, values: values.toSorted((one, other) => Number(other.chosen) - Number(one.chosen)) };
  });
  const sponsors = answered
    .find(({ name }) => name === 'canSponsor')
    ?.values.find(({ value }) => value === 'true');
  return { choices: choices.filter(({ values }) => values.length > 0), sponsors: sponsors?.count ?? 0 };
}
