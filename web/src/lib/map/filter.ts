import { type Criterion, criteriaOf } from './criteria.ts';
import { rankCommunes } from './profile/rank.ts';
import type { MapState } from './state.ts';
import type { TextMatches } from './text.ts';
import { classOrder, type MapCommune, type Sort } from './vocabulary.ts';

export { fold, type TextMatches } from './text.ts';

/** How one criterion weighs on what shows. */
export type Asked = {
  criterion: Criterion;
  /** Communes that answer this one, whatever the others. */
  alone: number;
  /** Communes that would show without it. */
  without: number;
  /** Communes that nothing excludes, and of which nobody knows whether they answer this. */
  unknown: number;
};

export type Found<Commune> = {
  visible: Commune[];
  asked: Asked[];
  /** Communes that nothing excludes, yet of which some answer is not known. */
  uncertain: number;
};

/** The communes a state shows, in its order, and what each criterion does. What is not known is counted apart. */
export function findCommunes<Commune extends MapCommune>(
  communes: Commune[],
  state: MapState,
  matches?: TextMatches | null,
): Found<Commune> {
  const asked = criteriaOf(state, matches).map(
    (criterion): Asked => ({ criterion, alone: 0, without: 0, unknown: 0 }),
  );
  const visible: Commune[] = [];
  let uncertain = 0;
  for (const commune of communes) {
    const answers = asked.map(({ criterion }) => criterion.answer(commune));
    const failing = answers.filter((answer) => answer !== 'yes').length;
    const excluded = answers.includes('no');
    if (failing === 0) {
      visible.push(commune);
    } else if (!excluded) {
      uncertain++;
    }
    for (const [index, part] of asked.entries()) {
      const yes = answers[index] === 'yes';
      part.alone += yes ? 1 : 0;
      part.without += failing === (yes ? 0 : 1) ? 1 : 0;
      part.unknown += answers[index] === 'unknown' && !excluded ? 1 : 0;
    }
  }
  return { visible: inOrder(visible, communes, state), asked, uncertain };
}

/** The communes a state shows, in its order. What is not known never passes a filter on it. */
export const visibleCommunes = <Commune extends MapCommune>(
  communes: Commune[],
  state: MapState,
  matches?: TextMatches | null,
): Commune[] => findCommunes(communes, state, matches).visible;

/** The criterion without which most communes would show; else the one that fewest answer. Null when nothing is asked. */
export function mostExcluding(asked: Asked[]): Asked | null {
  const [first = null] = asked.toSorted(
    (one, other) => other.without - one.without || one.alone - other.alone,
  );
  return first;
}

function inOrder<Commune extends MapCommune>(
  visible: Commune[],
  communes: Commune[],
  { sort, profile }: MapState,
): Commune[] {
  if (sort === 'profil' && profile) {
    const places = rankCommunes(communes, profile).placeOf;
    return visible.sort((one, other) => (places.get(one.code) ?? 0) - (places.get(other.code) ?? 0));
  }
  return visible.sort(orders[sort]);
}

type Order = (one: MapCommune, other: MapCommune) => number;
const { compare } = new Intl.Collator('fr');
const byName: Order = (one, other) => compare(one.name, other.name);
const rank = (commune: MapCommune) =>
  commune.broadbandClass ? classOrder.indexOf(commune.broadbandClass) : -1;

/** What is not known comes last, whichever way the rest is sorted. */
const orders: Record<Sort, Order> = {
  profil: byName,
  nom: byName,
  population: (one, other) => (other.population ?? -1) - (one.population ?? -1) || byName(one, other),
  'population-croissante': (one, other) =>
    (one.population ?? Number.MAX_VALUE) - (other.population ?? Number.MAX_VALUE) || byName(one, other),
  debit: (one, other) => rank(other) - rank(one) || byName(one, other),
};
