import type { FacilityFamily } from '#lib/graphql/generated/graphql.ts';
import { families, placeWords } from './facility-signs.ts';
import {
  type BroadbandClass,
  classOrder,
  type Figure,
  figures,
  type Sort,
  sorts,
  speeds,
} from './vocabulary.ts';

/** Everything that a view of the map depends on; a link holds it whole. */
export type MapState = {
  /** A commune's name or postal code, a service, a trade. */
  q: string;
  population: PopulationRange;
  /** SIREN of an intercommunality. */
  epci: string | null;
  /** At least this wired speed. */
  speed: BroadbandClass | null;
  figure: Figure;
  sort: Sort;
  /** The families of services that the map marks, besides those that are asked for. */
  places: FacilityFamily[];
  /** Code of the commune held in view. */
  commune: string | null;
};

export type PopulationRange = { minimum: number | null; maximum: number | null };

export const emptyState: MapState = {
  q: '',
  population: { minimum: null, maximum: null },
  epci: null,
  speed: null,
  figure: 'population',
  sort: 'nom',
  places: [],
  commune: null,
};

/** Reads an address; what it does not understand is left out, never an error. */
export function parseState(search: URLSearchParams): MapState {
  const text = (name: string, pattern: RegExp) => {
    const value = search.get(name)?.trim() ?? '';
    return pattern.test(value) ? value : null;
  };
  return {
    q: (search.get('q') ?? '').trim().slice(0, 80),
    population: parseRange(search.get('pop') ?? ''),
    epci: text('epci', /^\d{9}$/),
    speed: speedOf(search.get('debit')),
    figure: oneOf(figures, search.get('figure')) ?? emptyState.figure,
    sort: oneOf(sorts, search.get('sort')) ?? emptyState.sort,
    places: placesOf(search.get('lieux') ?? ''),
    commune: text('commune', /^[0-9AB]{5}$/),
  };
}

/** The shortest address that reads back as this state; empty for the plain view. */
export function serialiseState(state: MapState): string {
  const search = new URLSearchParams();
  const put = (name: string, value: string | null, usual: string | null = '') => {
    if (value && value !== usual) {
      search.set(name, value);
    }
  };
  put('q', state.q);
  put('pop', serialiseRange(state.population));
  put('epci', state.epci);
  put('debit', state.speed && String(speeds[state.speed]));
  put('figure', state.figure, emptyState.figure);
  put('sort', state.sort, emptyState.sort);
  put('lieux', state.places.map((family) => placeWords[family]).join(' '));
  put('commune', state.commune);
  const written = search.toString();
  return written && `?${written}`;
}

/** « 500-2000 », « -200 » or « 2000- ». */
export function parseRange(range: string): PopulationRange {
  const [, low, high] = /^(\d{0,7})-(\d{0,7})$/.exec(range.trim()) ?? [];
  const bound = (digits: string | undefined) => (digits ? Number(digits) : null);
  return { minimum: bound(low), maximum: bound(high) };
}

export const serialiseRange = ({ minimum, maximum }: PopulationRange): string =>
  minimum === null && maximum === null ? '' : `${minimum ?? ''}-${maximum ?? ''}`;

const placesOf = (words: string): FacilityFamily[] => {
  const asked = words.split(' ');
  return families.filter((family) => asked.includes(placeWords[family]));
};

const speedOf = (megabits: string | null): BroadbandClass | null =>
  classOrder.find((speed) => speeds[speed] !== undefined && String(speeds[speed]) === megabits) ?? null;

const oneOf = <Value extends string>(values: readonly Value[], value: string | null): Value | null =>
  values.find((candidate) => candidate === value) ?? null;
