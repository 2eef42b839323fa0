import type { SoloFilter } from './solo.input.js';

/** Which of the published solos are meant. */
export interface SoloSelection {
  search?: string | null;
  filter?: SoloFilter | null;
}

/** Conditions on the solo `s`, by facet; the values are those of {@link selectionValues}, $1 to $4. */
export const FACET_CONDITIONS = {
  activity: '($1::text[] is null or s.activity = any($1))',
  skill: '($2::text[] is null or s.skills && $2)',
  commune: '($3::text[] is null or s.commune_code = any($3))',
  canSponsor: '($4::boolean is null or s.can_sponsor = $4)',
};

/** All conditions of a selection. Staff may see more than what is published, so the status is said again here. */
export const CONDITIONS = ["s.status = 'PUBLISHED'", ...Object.values(FACET_CONDITIONS)].join(' and ');

/** $1 to $4 of the conditions. An empty list is no condition. */
export function selectionValues({ filter }: SoloSelection): unknown[] {
  return [
    orNull(filter?.activity),
    orNull(filter?.skill),
    orNull(filter?.commune),
    filter?.canSponsor ?? null,
  ];
}

const orNull = (values: string[] | null | undefined) => (values && values.length > 0 ? values : null);

/** The words searched for, or null when there are none. */
export function searchedWords({ search }: SoloSelection): string | null {
  return search && /[\p{L}\p{N}]/u.test(search) ? search : null;
}

/** Solos with their relevance: `parameter` holds the search, or is undefined without one. */
export function soloSource(parameter?: string): string {
  return parameter
    ? `solo s join solo_matches(${parameter}) m on m.solo_id = s.id`
    : 'solo s cross join (select 0::real as rank) m';
}
