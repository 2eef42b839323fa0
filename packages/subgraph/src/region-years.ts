import {
  type BoundedFigure,
  type PublishedYears,
  publishedSum,
  publishedTotal,
  publishYears,
} from './region-disclosure.js';
import { FIRST_YEAR, reportingDate } from './reporting-date.js';

/** By how much figures of a territory changed in a year. */
export type YearChange<Figure extends string> = {
  territoryId: string;
  year: number;
  demonstration: boolean;
} & Record<Figure, number>;

/** The figures of a region's territories at the end of every year, and today: what may be published of them. */
export class RegionYears<Figure extends string> {
  /** The year of the last figures: the one that runs. */
  readonly lastYear: number;
  private readonly firstYear: number;
  private readonly published = new Map<Figure, PublishedYears[]>();
  private readonly totals = new Map<string, BoundedFigure>();

  /**
   * @param territoryIds in the order in which breakdowns are given
   * @param includes of a figure, the one that it includes
   */
  constructor(
    private readonly territoryIds: readonly string[],
    private readonly changes: readonly YearChange<Figure>[],
    private readonly includes: Partial<Record<Figure, Figure>> = {},
  ) {
    this.lastYear = Number(reportingDate().slice(0, 4));
    this.firstYear = changes.reduce((first, { year }) => Math.min(first, year), this.lastYear);
  }

  /** Every year from the first of which something is known. */
  get years(): number[] {
    const from = Math.max(FIRST_YEAR, this.firstYear);
    return Array.from({ length: this.lastYear - from + 1 }, (_, index) => from + index);
  }

  /** Whether generated records are counted up to a year. */
  demonstration(year = this.lastYear): boolean {
    return this.changes.some((change) => change.demonstration && change.year <= year);
  }

  /** One figure by territory, in the order of the territories. */
  cells(figure: Figure, year = this.lastYear): BoundedFigure[] {
    return this.of(figure).map(({ cells }) => cells[this.at(year)] ?? NOTHING);
  }

  /** One figure of all territories together. */
  total(figure: Figure, year = this.lastYear): BoundedFigure {
    const key = `${figure} ${year}`;
    const known = this.totals.get(key);
    if (known) return known;
    const cells = this.cells(figure, year);
    const total = year === this.lastYear ? publishedTotal(cells, this.values(figure)) : publishedSum(cells);
    this.totals.set(key, total);
    return total;
  }

  /** The exact figures of today, by territory. */
  values(figure: Figure): number[] {
    return this.of(figure).map(({ values }) => values.at(-1) as number);
  }

  /** Where a year is in the lists; before the first one nothing was known. */
  private at(year: number): number {
    return year < this.firstYear ? -1 : year - this.firstYear;
  }

  private of(figure: Figure): PublishedYears[] {
    const known = this.published.get(figure);
    if (known) return known;
    const included = this.includes[figure];
    const parts = included && this.of(included);
    const index = new Map(this.territoryIds.map((id, position) => [id, position]));
    const length = this.lastYear - this.firstYear + 1;
    const counts = this.territoryIds.map(() => new Array<number>(length).fill(0));
    for (const change of this.changes) {
      const years = counts[index.get(change.territoryId) as number];
      if (!years || change[figure] === 0) continue;
      for (let year = change.year - this.firstYear; year < length; year += 1)
        years[year] = (years[year] as number) + change[figure];
    }
    const published = counts.map((values, position) => publishYears(values, parts?.[position]));
    this.published.set(figure, published);
    return published;
  }
}

const NOTHING: BoundedFigure = { value: 0, suppressed: false, atLeast: 0, atMost: 0 };
