import { isSmall, type PublishedFigure, SUPPRESSION_THRESHOLD } from './suppression.js';

/** A published figure, and between which numbers one is that is kept back. */
export interface BoundedFigure extends PublishedFigure {
  /** The least that it can be, as far as anything published says. */
  atLeast: number;
  /** The most. */
  atMost: number;
}

/** A figure year by year, oldest first, and what is published of it. */
export interface PublishedYears {
  values: readonly number[];
  cells: readonly BoundedFigure[];
}

const MOST_OF_SMALL = SUPPRESSION_THRESHOLD - 1;
const exactly = (value: number): BoundedFigure => ({
  value,
  suppressed: false,
  atLeast: value,
  atMost: value,
});

/**
 * What is published of one territory's figure at the end of each year. A year is kept back when it is small, when it
 * differs so little from the next one published that the two would count 1 to 4 persons, and when it includes another
 * figure with so few beside; the years before go with the last, for they are no more than it. Who is included today
 * is taken to be known one by one, as published solos are.
 */
export function publishYears(values: readonly number[], included?: PublishedYears): PublishedYears {
  const cells: BoundedFigure[] = [];
  let next: number | undefined;
  let closed = false;
  for (let year = values.length - 1; year >= 0; year -= 1) {
    const value = values[year] as number;
    const part = included?.values[year];
    const tells = [next, part].some((other) => other !== undefined && isSmall(Math.abs(value - other)));
    if (isSmall(value) || tells || (closed && value > 0)) {
      closed ||= part !== undefined && isSmall(value - part);
      const today = year === values.length - 1;
      const within =
        part === undefined || today ? exactly(part ?? 0) : (included?.cells[year] as BoundedFigure);
      // Today only those beside the included ones can be the reason, once these are many.
      const beside = today && within.atLeast >= SUPPRESSION_THRESHOLD ? 1 : 0;
      const near = Math.max(next ?? 0, within.atMost) + MOST_OF_SMALL;
      const atMost = Math.max(near, closed ? (cells[0]?.atMost ?? 0) : 0);
      cells.unshift({ value: null, suppressed: true, atLeast: Math.max(1, within.atLeast + beside), atMost });
    } else {
      cells.unshift(exactly(value));
      next = value;
    }
  }
  return { values, cells };
}

/** What cells say together: a number where all are published, else between which two it is. */
export function publishedSum(cells: readonly BoundedFigure[]): BoundedFigure {
  const atLeast = cells.reduce((sum, cell) => sum + cell.atLeast, 0);
  const atMost = cells.reduce((sum, cell) => sum + cell.atMost, 0);
  if (cells.some((cell) => cell.suppressed)) return { value: null, suppressed: true, atLeast, atMost };
  return exactly(atLeast);
}

/**
 * The sum of cells of which some may be kept back: exact where that leaves each of them several values and tells of
 * no fewer than five together; else what the published cells say by themselves. It may be given for one moment alone:
 * exact sums of several years would be several equations about the same cells.
 */
export function publishedTotal(cells: readonly BoundedFigure[], values: readonly number[]): BoundedFigure {
  const said = publishedSum(cells);
  if (!said.suppressed) return said;
  const total = values.reduce((sum, value) => sum + value, 0);
  const rest = values.reduce((sum, value, index) => sum + (cells[index]?.suppressed ? value : 0), 0);
  const hidden = cells.filter((cell) => cell.suppressed);
  const others = publishedSum(hidden);
  const open = hidden.every(({ atLeast, atMost }) => {
    const least = Math.max(atLeast, rest - (others.atMost - atMost));
    const most = Math.min(atMost, rest - (others.atLeast - atLeast));
    return most > least;
  });
  return open && rest >= SUPPRESSION_THRESHOLD ? exactly(total) : said;
}
