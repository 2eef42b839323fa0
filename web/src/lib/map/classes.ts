import { definitionOf } from './figure.ts';
import type { Profile } from './profile/profile.ts';
import { type Figure, type MapCommune, stepCount } from './vocabulary.ts';

/** How a figure is coloured: the step of a commune (null when not known) and where the steps part. */
export type Classes = {
  figureOf: (commune: MapCommune) => number | null;
  stepOf: (commune: MapCommune) => number | null;
  breaks: number[];
  /** The colour of a class, counted from the least value: deepest first where less is better. */
  rampOf: (index: number) => number;
};

/** The classes of a figure, computed once for all the territory's communes so that filters never recolour. */
export function classesOf(figure: Figure, communes: MapCommune[], profile: Profile | null = null): Classes {
  const { figureOf, breaks: fixed, fewIsDeep } = definitionOf(figure, communes, profile);
  const breaks = fixed ?? roundBreaks(communes.flatMap((commune) => figureOf(commune) ?? []));
  const rampOf = (index: number) => (fewIsDeep ? breaks.length - index : index);
  return {
    figureOf,
    breaks,
    rampOf,
    stepOf: (commune) => {
      const value = figureOf(commune);
      return value === null ? null : rampOf(breaks.filter((limit) => value >= limit).length);
    },
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
