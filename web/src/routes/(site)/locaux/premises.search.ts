import type { PremisesFilter } from '#lib/graphql/generated/graphql.ts';
import { premisesKinds, tenures } from '#lib/premises/premises.ts';

/** What the filters of the list say; empty texts are no filter. Kept in the address alone. */
export type PremisesSearch = {
  q: string;
  kind: (typeof premisesKinds)[number] | '';
  commune: string;
  tenure: (typeof tenures)[number] | '';
  surface: number | null;
  /** yyyy-mm-dd. */
  free: string;
  fibre: boolean;
};

export const surfaces = [10, 25, 50, 100, 500, 1000] as const;

/** Addresses are typed by anybody: what means nothing is left out. */
export function parseSearch(parameters: URLSearchParams): PremisesSearch {
  const given = (name: string) => parameters.get(name)?.trim() ?? '';
  const surface = Number(given('surface'));
  return {
    q: given('q').slice(0, 80),
    kind: premisesKinds.find((kind) => kind.toLowerCase() === given('type')) ?? '',
    commune: /^[0-9AB]{5}$/.test(given('commune')) ? given('commune') : '',
    tenure: tenures.find((tenure) => tenure.toLowerCase() === given('conditions')) ?? '',
    surface: Number.isInteger(surface) && surface > 0 && surface <= 1_000_000 ? surface : null,
    free: isDay(given('libre')) ? given('libre') : '',
    fibre: given('fibre') === '1',
  };
}

export function filterOf(search: PremisesSearch): PremisesFilter {
  return {
    ...(search.q && { search: search.q }),
    ...(search.kind && { kinds: [search.kind] }),
    ...(search.commune && { commune: search.commune }),
    ...(search.tenure && { tenure: search.tenure }),
    ...(search.surface && { minimumSurface: search.surface }),
    ...(search.free && { availableBefore: search.free }),
    ...(search.fibre && { fibre: true }),
  };
}

/** The same list from another cursor. */
export function searchAddress(search: PremisesSearch, after = ''): string {
  const parameters = new URLSearchParams();
  const add = (name: string, value: string) => value && parameters.set(name, value);
  add('q', search.q);
  add('type', search.kind.toLowerCase());
  add('commune', search.commune);
  add('conditions', search.tenure.toLowerCase());
  add('surface', search.surface ? String(search.surface) : '');
  add('libre', search.free);
  add('fibre', search.fibre ? '1' : '');
  add('suite', after);
  const query = parameters.toString();
  return query && `?${query}`;
}

export const isFiltered = (search: PremisesSearch): boolean => searchAddress(search) !== '';

function isDay(text: string): boolean {
  return /^2\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
