import type { FacilityFamily } from '#lib/graphql/generated/graphql.ts';
import { listed, numberOf, oneOf } from './address.ts';
import { families, placeWords } from './facility-signs.ts';
import { type Profile, profileParameters, readProfile } from './profile/profile.ts';
import { type ServiceKey, serviceKeys } from './services.ts';
import {
  type BroadbandClass,
  classOrder,
  type Figure,
  figures,
  mostCompared,
  type PremisesKind,
  premisesWords,
  type Sort,
  sorts,
  speeds,
} from './vocabulary.ts';

/** Everything that a view of the map depends on; a link holds it whole. */
export type MapState = {
  /** A commune's name or postal code, a service, a trade. */
  q: string;
  /** Services that must be within `km` kilometres, all of them; 0 asks for them in the commune itself. */
  services: ServiceKey[];
  km: number;
  population: PopulationRange;
  /** SIREN of an intercommunality. */
  epci: string | null;
  /** At least this wired speed. */
  speed: BroadbandClass | null;
  /** At least this share of premises with fibre, in percent. */
  fibre: number | null;
  /** A train station within so many kilometres. */
  station: number | null;
  premises: PremisesKind | null;
  /** A way of life, by which communes are ranked. */
  profile: Profile | null;
  figure: Figure;
  sort: Sort;
  /** The families of services that the map marks, besides those that are asked for. */
  places: FacilityFamily[];
  /** Code of the commune held in view. */
  commune: string | null;
  /** Codes of the communes chosen to be compared. */
  compared: string[];
};

export type PopulationRange = { minimum: number | null; maximum: number | null };

export const usualDistance = 10;

export const emptyState: MapState = {
  q: '',
  services: [],
  km: usualDistance,
  population: { minimum: null, maximum: null },
  epci: null,
  speed: null,
  fibre: null,
  station: null,
  premises: null,
  profile: null,
  figure: 'population',
  sort: 'nom',
  places: [],
  commune: null,
  compared: [],
};

const communeCode = /^[0-9AB]{5}$/;

/** What is coloured and how it is ordered when an address does not say: a profile brings its own. */
const usual = (profile: Profile | null) =>
  ({ figure: profile ? 'profil' : emptyState.figure, sort: profile ? 'profil' : emptyState.sort }) as const;

/** Reads an address; what it does not understand is left out, never an error. */
export function parseState(search: URLSearchParams): MapState {
  const text = (name: string, pattern: RegExp) => {
    const value = search.get(name)?.trim() ?? '';
    return pattern.test(value) ? value : null;
  };
  const profile = readProfile(search);
  const figure = oneOf(figures, search.get('figure'));
  const sort = oneOf(sorts, search.get('sort'));
  return {
    q: (search.get('q') ?? '').trim().slice(0, 80),
    services: listed(search, 'services', serviceKeys),
    km: numberOf(search.get('km'), 100) ?? usualDistance,
    population: parseRange(search.get('pop') ?? ''),
    epci: text('epci', /^\d{9}$/),
    speed: speedOf(search.get('debit')),
    fibre: numberOf(search.get('fibre'), 100) || null,
    station: numberOf(search.get('gare'), 100),
    premises: premisesOf(search.get('locaux')),
    profile,
    figure: (figure === 'profil' && !profile ? null : figure) ?? usual(profile).figure,
    sort: (sort === 'profil' && !profile ? null : sort) ?? usual(profile).sort,
    places: placesOf(search.get('lieux') ?? ''),
    commune: text('commune', communeCode),
    compared: listed(search, 'comparer')
      .filter((code) => communeCode.test(code))
      .slice(0, mostCompared),
  };
}

/** The shortest address that reads back as this state; empty for the plain view. */
export function serialiseState(state: MapState): string {
  const { profile } = state;
  const parts: [string, string | null | undefined][] = [
    ['q', state.q],
    ['services', state.services.join()],
    ['km', state.km === usualDistance ? null : `${state.km}`],
    ['pop', serialiseRange(state.population)],
    ['epci', state.epci],
    ['debit', state.speed && `${speeds[state.speed]}`],
    ['fibre', state.fibre === null ? null : `${state.fibre}`],
    ['gare', state.station === null ? null : `${state.station}`],
    ['locaux', state.premises && premisesWords[state.premises]],
    ...(profile ? profileParameters(profile) : []),
    ['figure', state.figure === usual(profile).figure ? null : state.figure],
    ['sort', state.sort === usual(profile).sort ? null : state.sort],
    ['lieux', state.places.map((family) => placeWords[family]).join()],
    ['commune', state.commune],
    ['comparer', state.compared.join()],
  ];
  const written = new URLSearchParams(parts.flatMap(([name, value]) => (value ? [[name, value]] : [])))
    .toString()
    // A list reads better with its commas, which an address may hold.
    .replaceAll('%2C', ',');
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
  const asked = words.split(/[ ,]/);
  return families.filter((family) => asked.includes(placeWords[family]));
};

/** The class of a speed that can be asked for, from its Mbit/s as addresses have them. */
export const speedOf = (megabits: string | null): BroadbandClass | null =>
  classOrder.find((speed) => speeds[speed] !== undefined && String(speeds[speed]) === megabits) ?? null;

/** The kind of premises that a word of an address means. */
export const premisesOf = (word: string | null): PremisesKind | null =>
  (Object.keys(premisesWords) as PremisesKind[]).find((kind) => premisesWords[kind] === word) ?? null;
