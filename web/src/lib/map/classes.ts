import { classOrder, type Figure, type MapCommune, stepCount } from './vocabulary.ts';

/** How a figure is coloured: the step of a commune (null when not known) and where the steps part. */
export type Classes = { stepOf: (commune: MapCommune) => number | null; breaks: number[] };

/** The classes of a figure, computed once for all the territory's communes so that filters never recolour. */
export function classesOf(figure: Figure, communes: MapCommune[]): Classes {
  if (figure === 'debit') {
    return {
      stepOf: ({ broadbandClass }) => (broadbandClass ? classOrder.indexOf(broadbandClass) : null),
      breaks: [],
    };
  }
  const breaks = roundBreaks(communes.flatMap(({ population }) => population ?? []));
  return {
    stepOf: ({ population }) =>
      population === null ? null : breaks.filter((limit) => population >= limit).length,
    breaks,
  };
}

/** Quantiles, rounded to numbers one can say, without repeats. */
export function roundBreaks(values: number[], steps = stepCount): number[] {
  const sorted = [...values].sort((one, other) => one - other);
  const limits = Array.from({ length: steps - 1 }, (_, index) =>
    sayable(sorted[Math.floor(((index + 1) / steps) * sorted.length)] ?? 0),
  );
  return [...new Set(limits)].filter((limit) => limit > 0);
}

function sayable(value: number): number {
  const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 1);
  const unit = magnitude * (value / magnitude >= 20 ? 5 : 1);
  return Math.round(value / unit) * unit;
}
