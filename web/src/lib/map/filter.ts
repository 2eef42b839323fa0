import type { MapState } from './state.ts';
import { classOrder, type MapCommune, type Sort } from './vocabulary.ts';

/** Communes that answer a text otherwise than by their name: they have the service, or the solo. */
export type TextMatches = { text: string; codes: string[] };

/** The communes a state shows, in its order. What is not known never passes a filter on it. */
export function visibleCommunes<Commune extends MapCommune>(
  communes: Commune[],
  state: MapState,
  matches?: TextMatches | null,
): Commune[] {
  const words = fold(state.q).split(' ').filter(Boolean);
  const elsewhere = new Set(matches && fold(matches.text) === fold(state.q) ? matches.codes : []);
  const { minimum, maximum } = state.population;
  const slowest = state.speed ? classOrder.indexOf(state.speed) : -1;
  return communes
    .filter(
      (commune) =>
        (state.epci === null || commune.intercommunality?.siren === state.epci) &&
        (minimum === null || (commune.population !== null && commune.population >= minimum)) &&
        (maximum === null || (commune.population !== null && commune.population <= maximum)) &&
        (slowest < 0 ||
          (commune.broadbandClass !== null && classOrder.indexOf(commune.broadbandClass) >= slowest)) &&
        (words.length === 0 || elsewhere.has(commune.code) || named(commune, words)),
    )
    .sort(orders[state.sort]);
}

/** Lower case, without accents, hyphens or apostrophes: « st girons » finds Saint-Girons. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bste? /g, (abbreviated) => (abbreviated === 'st ' ? 'saint ' : 'sainte '))
    .trim();
}

function named(commune: MapCommune, words: string[]): boolean {
  const name = ` ${fold(commune.name)}`;
  return words.every(
    (word) => name.includes(` ${word}`) || commune.postalCodes.some((code) => code.startsWith(word)),
  );
}

type Order = (one: MapCommune, other: MapCommune) => number;
const byName: Order = (one, other) => one.name.localeCompare(other.name, 'fr');
const rank = (commune: MapCommune) =>
  commune.broadbandClass ? classOrder.indexOf(commune.broadbandClass) : -1;

/** What is not known comes last, whichever way the rest is sorted. */
const orders: Record<Sort, Order> = {
  nom: byName,
  population: (one, other) => (other.population ?? -1) - (one.population ?? -1) || byName(one, other),
  'population-croissante': (one, other) =>
    (one.population ?? Number.MAX_VALUE) - (other.population ?? Number.MAX_VALUE) || byName(one, other),
  debit: (one, other) => rank(other) - rank(one) || byName(one, other),
};
