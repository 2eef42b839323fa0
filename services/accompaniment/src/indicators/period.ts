import { BadInputError } from '@ancrage/subgraph/errors';
import { reportingDate } from '@ancrage/subgraph/reporting-date';

/** From one day to another, both included, as yyyy-mm-dd. */
export interface Period {
  from: string;
  to: string;
}

/** No territory kept figures before. */
export const FIRST_DAY = '2000-01-01';
/** As many as two years of months and a bit, or all years that there can be. */
const MOST_PERIODS = 60;

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const lastOf = (year: number, month: number): string => dayOf(new Date(Date.UTC(year, month + 1, 0)));

/** Two dates as a period that ends today at the latest, or a refusal that says what is wrong with them. */
export function periodOf(from: Date, to: Date, today = reportingDate()): Period {
  const period = { from: dayOf(from), to: dayOf(to) };
  if (period.from < FIRST_DAY) throw new BadInputError('La période commence en 2000 au plus tôt.', 'from');
  if (period.to < period.from) throw new BadInputError('La fin de la période précède son début.', 'to');
  if (period.from > today) throw new BadInputError('La période est dans l’avenir.', 'from');
  return { from: period.from, to: period.to > today ? today : period.to };
}

/** The calendar years that a period touches, each cut to it. */
export function yearsOf({ from, to }: Period): Period[] {
  const years: Period[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    years.push(cut({ from: `${year}-01-01`, to: `${year}-12-31` }, { from, to }));
  return years;
}

/** The months that a period touches, each cut to it; a refusal when they are more than can be read. */
export function monthsOf({ from, to }: Period): Period[] {
  const months: Period[] = [];
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1];
  for (let index = 0; ; index += 1) {
    const first = dayOf(new Date(Date.UTC(year, month + index, 1)));
    if (first > to) return months;
    if (index >= MOST_PERIODS) throw new BadInputError(`Par mois, ${MOST_PERIODS} mois au plus.`, 'from');
    const date = new Date(first);
    months.push(cut({ from: first, to: lastOf(date.getUTCFullYear(), date.getUTCMonth()) }, { from, to }));
  }
}

/** The year of a period that is one whole calendar year, or null. */
export function calendarYear({ from, to }: Period): number | null {
  const year = Number(from.slice(0, 4));
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : null;
}

const cut = (period: Period, within: Period): Period => ({
  from: period.from < within.from ? within.from : period.from,
  to: period.to > within.to ? within.to : period.to,
});
