import { type SearchTerms, searchTerms } from '../vocabulary/search-terms.js';
import type { SoloFilter } from './solo.input.js';

/** Which of the published solos are meant. */
export interface SoloSelection {
  search?: string | null;
  filter?: SoloFilter | null;
}

/** Conditions on the solo `s`, by facet; the values are those of {@link selectionValues}, $1 to $6. */
export const FACET_CONDITIONS = {
  activity: '($1::text[] is null or s.activity = any($1))',
  skill: '($2::text[] is null or s.skills && $2)',
  commune: '($3::text[] is null or s.commune_code = any($3))',
  area: '($4::text[] is null or s.area = any($4))',
  language: '($5::text[] is null or s.languages && $5)',
  canSponsor: '($6::boolean is null or s.can_sponsor = $6)',
};
export type FacetName = keyof typeof FACET_CONDITIONS;

/** All conditions of a selection. Staff may see more than what is published, so the status is said again here. */
export const CONDITIONS = ["s.status = 'PUBLISHED'", ...Object.values(FACET_CONDITIONS)].join(' and ');

/** $1 to $6 of the conditions. An empty list is no condition. */
export function selectionValues({ filter }: SoloSelection): unknown[] {
  return [
    orNull(filter?.activity),
    orNull(filter?.skill),
    orNull(filter?.commune),
    orNull(filter?.area),
    orNull(filter?.language),
    filter?.canSponsor ?? null,
  ];
}

const orNull = (values: string[] | null | undefined) => (values && values.length > 0 ? values : null);

/** The words searched for, or null when there are none. */
export const searchedWords = ({ search }: SoloSelection): SearchTerms | null => searchTerms(search);

/** Values of the two parameters that hold a search. */
export const termValues = (terms: SearchTerms | null): unknown[] =>
  terms ? [terms.words, terms.others] : [];

/** Solos with their relevance: the parameters from `first` hold the search; undefined without one. */
export function soloSource(first?: number): string {
  return first
    ? `solo s join solo_matches($${first}, $${first + 1}) m on m.solo_id = s.id`
    : 'solo s cross join (select 0::real as rank) m';
}
