import type { BoundedFigure, PublishedYears } from './region-disclosure.js';

/** One territory as it may be: a figure by year, and what everybody is told of it. */
export interface Possibility {
  values: readonly number[];
  /** Figures that are read off: years, differences of years, what is left beside an included figure. */
  derived: readonly number[];
  published: PublishedYears;
  /** All answers about this territory alone. */
  told: string;
}

/** What is published of the territories together. */
export type Publish = (territories: readonly Possibility[]) => readonly BoundedFigure[];

/** Every list of numbers of a length, each up to a highest. */
export function everyList(length: number, highest: number): number[][] {
  if (length === 0) return [[]];
  const rest = everyList(length - 1, highest);
  return Array.from({ length: highest + 1 }, (_, first) => rest.map((list) => [first, ...list])).flat();
}

/**
 * Somebody who has every public answer and knows the rules: which values can each figure of each territory have? The
 * possibilities of the territories are narrowed by the totals; where one territory's figure at the latest moment is
 * the same, its past makes no difference to them.
 */
export function attack(
  possibilities: readonly Possibility[],
  territories: readonly Possibility[],
  publish: Publish,
): Set<number>[][] {
  const totals = JSON.stringify(publish(territories));
  const mayBe = territories.map(({ told }) => possibilities.filter((one) => one.told === told));
  const byLatest = mayBe.map((all) => Map.groupBy(all, ({ values }) => values.at(-1) as number));
  const consistent = territories.map(() => new Set<number>());
  const combine = (chosen: Possibility[]): void => {
    const next = byLatest[chosen.length];
    if (next) {
      for (const [one] of next.values()) combine([...chosen, one as Possibility]);
    } else if (JSON.stringify(publish(chosen)) === totals) {
      for (const [index, { values }] of chosen.entries()) consistent[index]?.add(values.at(-1) as number);
    }
  };
  combine([]);
  return territories.map(({ derived }, index) => {
    const left = mayBe[index]?.filter(({ values }) => consistent[index]?.has(values.at(-1) as number)) ?? [];
    return derived.map((_, position) => new Set(left.map((one) => one.derived[position] as number)));
  });
}

/** The figures of 1 to 4 persons that the attacker knows for certain, in words. */
export function known(territories: readonly Possibility[], findings: readonly Set<number>[][]): string[] {
  return territories.flatMap(({ derived }, index) =>
    derived.flatMap((value, position) =>
      value >= 1 && value <= 4 && findings[index]?.[position]?.size === 1
        ? [`territory ${index}, figure ${position}: ${value}`]
        : [],
    ),
  );
}
