import type { Profile } from './profile/profile.ts';
import { rankCommunes } from './profile/rank.ts';
import { countServices, kilometresTo } from './reach.ts';
import type { ServiceKey } from './services.ts';
import { classOrder, type Figure, type MapCommune, type PlainFigure, serviceOf } from './vocabulary.ts';

/** A figure that a map is coloured by. */
export type FigureDefinition = {
  /** Its value for a commune; null when not known. */
  figureOf: (commune: MapCommune) => number | null;
  /** Where its steps part, when that does not hang on the territory. */
  breaks?: number[];
  /** Whether less is better, and so coloured deeper. */
  fewIsDeep?: boolean;
};

const percents = [20, 40, 60, 80];
const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);

const plain: Record<Exclude<PlainFigure, 'profil'>, FigureDefinition> = {
  population: { figureOf: ({ population }) => population },
  // A class is a step of its own.
  debit: {
    figureOf: ({ broadbandClass }) => (broadbandClass ? classOrder.indexOf(broadbandClass) : null),
    breaks: [1, 2, 3, 4],
  },
  fibre: { figureOf: ({ fibreShare }) => percent(fibreShare), breaks: [20, 50, 80, 95] },
  services: { figureOf: countServices },
  solos: { figureOf: ({ soloCount }) => soloCount, breaks: [1, 2, 5, 10] },
  completude: { figureOf: ({ completeness }) => percent(completeness), breaks: [25, 50, 75, 90] },
};

const distance = (service: ServiceKey): FigureDefinition => ({
  figureOf: (commune) => kilometresTo(commune, service),
  breaks: [0.1, 5, 10, 20],
  fewIsDeep: true,
});

/** How a figure is read from a commune. The score of a profile needs the profile and all communes. */
export function definitionOf(
  figure: Figure,
  communes: MapCommune[],
  profile: Profile | null,
): FigureDefinition {
  const service = serviceOf(figure);
  if (service) {
    return distance(service);
  }
  if (figure !== 'profil') {
    return plain[figure as keyof typeof plain];
  }
  if (!profile) {
    return { figureOf: () => null, breaks: percents };
  }
  const points = new Map(
    rankCommunes(communes, profile).ranked.map((ranked) => [ranked.commune.code, ranked.points]),
  );
  return { figureOf: ({ code }) => points.get(code) ?? null, breaks: percents };
}
