import { formatNumber } from '#lib/format/figures.ts';
import type { Technology } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Classes } from './classes.ts';
import { type BroadbandClass, classOrder, type Figure, type MapCommune } from './vocabulary.ts';

const speedMessages: Record<BroadbandClass, () => string> = {
  BELOW_8: m.speed_below_8,
  FROM_8: m.speed_from_8,
  FROM_30: m.speed_from_30,
  FROM_100: m.speed_from_100,
  FROM_1000: m.speed_from_1000,
};

/** A wired speed class in words; says so when it is not known. */
export const speedLabel = (speed: BroadbandClass | null): string =>
  speed ? speedMessages[speed]() : m.speed_unknown();

const technologyMessages: Record<Technology, () => string> = {
  FIBRE: m.technology_fibre,
  CABLE: m.technology_cable,
  COPPER: m.technology_copper,
  FIXED_4G: m.technology_fixed_4g,
  SATELLITE: m.technology_satellite,
};

/** An access technology in words. */
export const technologyLabel = (technology: Technology): string => technologyMessages[technology]();

/** A commune's figure in words; says so when it is not known. */
export function tellFigure(figure: Figure, { population, broadbandClass }: MapCommune): string {
  if (figure === 'debit') {
    return speedLabel(broadbandClass);
  }
  return population === null
    ? m.not_known()
    : m.legend_inhabitants({ count: population, shown: formatNumber(population) });
}

/** The words of each step of a figure, from few to many. */
export function stepLabels(figure: Figure, { breaks }: Classes): string[] {
  if (figure === 'debit') {
    return classOrder.map((speed) => speedMessages[speed]());
  }
  const [first, ...others] = breaks;
  if (first === undefined) {
    return [];
  }
  return [
    m.legend_below({ limit: formatNumber(first) }),
    ...[first, ...others].map((low, index) => {
      const next = breaks[index + 1];
      return next === undefined
        ? m.legend_from({ limit: formatNumber(low) })
        : m.legend_between({ low: formatNumber(low), high: formatNumber(next - 1) });
    }),
  ];
}
