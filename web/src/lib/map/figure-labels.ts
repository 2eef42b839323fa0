import { formatDistance, formatNumber, formatShare } from '#lib/format/figures.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Classes } from './classes.ts';
import { speedLabel } from './labels.ts';
import { isListed, kilometresTo } from './reach.ts';
import { serviceLabel } from './service-labels.ts';
import type { ServiceKey } from './services.ts';
import { classOrder, type Figure, type MapCommune, type PlainFigure, serviceOf } from './vocabulary.ts';

type Words = {
  /** What one chooses, and what the legend is called. */
  name: () => string;
  title: () => string;
  /** A value that is known, in a sentence. */
  tell: (value: number) => string;
  /** A bound of a class. */
  bound: (value: number) => string;
};

const percent = (value: number) => formatShare(value / 100);

const words: Record<PlainFigure, Words> = {
  population: {
    name: m.figure_by_population,
    title: m.legend_population,
    tell: (count) => m.legend_inhabitants({ count, shown: formatNumber(count) }),
    bound: formatNumber,
  },
  debit: {
    name: m.figure_by_speed,
    title: m.legend_speed,
    tell: (rank) => speedLabel(classOrder[rank] ?? null),
    bound: formatNumber,
  },
  fibre: {
    name: m.figure_by_fibre,
    title: m.legend_fibre,
    tell: (value) => m.tell_fibre({ share: percent(value) }),
    bound: percent,
  },
  services: {
    name: m.figure_by_services,
    title: m.legend_services,
    tell: (count) => m.tell_services({ count }),
    bound: formatNumber,
  },
  solos: {
    name: m.figure_by_solos,
    title: m.legend_solos,
    tell: (count) => m.map_solos({ count }),
    bound: formatNumber,
  },
  completude: {
    name: m.figure_by_completeness,
    title: m.legend_completeness,
    tell: (value) => m.tell_completeness({ share: percent(value) }),
    bound: percent,
  },
  profil: {
    name: m.figure_by_profile,
    title: m.legend_profile,
    tell: (points) => m.tell_points({ points: formatNumber(Math.round(points)) }),
    bound: formatNumber,
  },
};

const wordsOf = (figure: Figure): Words => words[figure as PlainFigure];

/** How far a service is from a commune, in words; on the spot, elsewhere, nowhere, or not known. */
export function tellDistance(service: ServiceKey, commune: MapCommune): string {
  const kilometres = kilometresTo(commune, service);
  const label = serviceLabel(service);
  if (kilometres === null) {
    return isListed(commune, service)
      ? m.tell_nowhere({ service: label })
      : m.tell_unsaid({ service: label });
  }
  return kilometres === 0
    ? m.tell_here({ service: label })
    : m.tell_away({ service: label, distance: formatDistance(kilometres) });
}

/** What a figure is called where one is chosen. */
export function figureName(figure: Figure): string {
  const service = serviceOf(figure);
  return service ? serviceLabel(service) : wordsOf(figure).name();
}

/** What a legend is called. */
export function figureTitle(figure: Figure): string {
  const service = serviceOf(figure);
  return service ? m.legend_distance({ service: serviceLabel(service) }) : wordsOf(figure).title();
}

/** A commune's figure in words; says so when it is not known. */
export function tellFigure(
  figure: Figure,
  commune: MapCommune,
  { figureOf }: Pick<Classes, 'figureOf'>,
): string {
  const service = serviceOf(figure);
  if (service) {
    return tellDistance(service, commune);
  }
  const value = figureOf(commune);
  if (value === null) {
    return figure === 'debit' ? speedLabel(null) : m.not_known();
  }
  return wordsOf(figure).tell(value);
}

/** The words of each class of a figure, from the least value, with the step of the ramp that colours it. */
export function classLabels(figure: Figure, { breaks, rampOf }: Classes): { label: string; step: number }[] {
  return labelsOf(figure, breaks).map((label, index) => ({ label, step: rampOf(index) }));
}

function labelsOf(figure: Figure, breaks: number[]): string[] {
  if (figure === 'debit') {
    return classOrder.map((speed) => speedLabel(speed));
  }
  if (serviceOf(figure)) {
    const [, ...limits] = breaks;
    return [m.legend_here(), ...between(limits, formatDistance, (limit) => limit)];
  }
  const { bound } = wordsOf(figure);
  // Whole numbers leave no gap between « 100 à 499 » and « 500 et plus »; shares and points are continuous.
  const whole = ['population', 'services', 'solos'].includes(figure);
  const labels = between(breaks, bound, (limit) => (whole ? limit - 1 : limit), whole);
  return figure === 'solos' ? [m.legend_none(), ...labels.slice(1)] : labels;
}

function between(
  breaks: number[],
  bound: (value: number) => string,
  before: (limit: number) => number,
  whole = false,
): string[] {
  const [first] = breaks;
  if (first === undefined) {
    return [];
  }
  return [
    m.legend_below({ limit: bound(first) }),
    ...breaks.map((low, index) => {
      const next = breaks[index + 1];
      if (next === undefined) {
        return m.legend_from({ limit: bound(low) });
      }
      return whole && low === next - 1
        ? bound(low)
        : m.legend_between({ low: bound(low), high: bound(before(next)) });
    }),
  ];
}
