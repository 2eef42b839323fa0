import { type Answer, isWithin } from './reach.ts';
import type { ServiceKey } from './services.ts';
import { emptyState, type MapState } from './state.ts';
import { fold, isNamed, type TextMatches } from './text.ts';
import { classOrder, type MapCommune } from './vocabulary.ts';

/** One thing that is asked of a commune, and the change of view that asks it no more. */
export type Criterion = {
  key: 'q' | 'population' | 'epci' | 'debit' | 'fibre' | 'gare' | 'locaux' | `service-${ServiceKey}`;
  answer: (commune: MapCommune) => Answer;
  dropped: Partial<MapState>;
};

/** What a view asks, each part with its own answer, in the order a sentence says it. */
export function criteriaOf(state: MapState, matches?: TextMatches | null): Criterion[] {
  const { population, speed, epci, fibre, station, premises, services, km, q } = state;
  const criteria: Criterion[] = services.map((service) => ({
    key: `service-${service}`,
    answer: (commune) => isWithin(commune, service, km),
    dropped: { services: services.filter((other) => other !== service) },
  }));
  const add = (asked: unknown, criterion: Criterion) => {
    if (asked !== null && asked !== '') {
      criteria.push(criterion);
    }
  };
  add(station, {
    key: 'gare',
    answer: (commune) => isWithin(commune, 'gare', station ?? 0),
    dropped: { station: null },
  });
  add(speed, {
    key: 'debit',
    answer: ({ broadbandClass }) =>
      atLeast(broadbandClass && classOrder.indexOf(broadbandClass), speed && classOrder.indexOf(speed)),
    dropped: { speed: null },
  });
  add(fibre, {
    key: 'fibre',
    answer: ({ fibreShare }) => atLeast(fibreShare, (fibre ?? 0) / 100),
    dropped: { fibre: null },
  });
  add(population.minimum ?? population.maximum, {
    key: 'population',
    answer: (commune) => (commune.population === null ? 'unknown' : between(commune.population, population)),
    dropped: { population: emptyState.population },
  });
  add(premises, {
    key: 'locaux',
    answer: (commune) =>
      commune.premises === null
        ? 'unknown'
        : yesOrNo(premises !== null && commune.premises.includes(premises)),
    dropped: { premises: null },
  });
  add(epci, {
    key: 'epci',
    answer: ({ intercommunality }) => yesOrNo(intercommunality?.siren === epci),
    dropped: { epci: null },
  });
  add(fold(q), { key: 'q', answer: textAnswer(q, matches), dropped: { q: '' } });
  return criteria;
}

const yesOrNo = (holds: boolean): Answer => (holds ? 'yes' : 'no');

const atLeast = (value: number | null, asked: number | null): Answer =>
  value === null ? 'unknown' : yesOrNo(value >= (asked ?? 0));

const between = (value: number, { minimum, maximum }: MapState['population']): Answer =>
  yesOrNo(value >= (minimum ?? 0) && value <= (maximum ?? Number.MAX_VALUE));

function textAnswer(q: string, matches?: TextMatches | null): Criterion['answer'] {
  const words = fold(q).split(' ');
  const elsewhere = new Set(matches && fold(matches.text) === fold(q) ? matches.codes : []);
  return (commune) => yesOrNo(elsewhere.has(commune.code) || isNamed(commune, words));
}
