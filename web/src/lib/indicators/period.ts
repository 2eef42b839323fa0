/** From one day to another, both included, as yyyy-mm-dd; how it is cut into parts. */
export type Period = { from: string; to: string; by: 'MONTH' | 'YEAR' };

/** No territory kept figures before. */
export const firstDay = '2000-01-01';
const day = /^\d{4}-\d{2}-\d{2}$/;
/** Beyond two years, columns of months are too many to be read. */
const mostMonths = 24;

const isDay = (value: string | null): value is string =>
  value !== null && day.test(value) && !Number.isNaN(Date.parse(value)) && value >= firstDay;

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7)) +
  1;

/** What an address asks; what makes no sense is left out, and the usual period is what has happened since last January but one. */
export function parsePeriod(search: URLSearchParams, today: string): Period {
  const [asked, until] = [search.get('du'), search.get('au')];
  const usual = { from: `${Number(today.slice(0, 4)) - 1}-01-01`, to: today };
  const sound = isDay(asked) && asked <= today;
  const from = sound ? asked : usual.from;
  const to = sound && isDay(until) && until >= from ? (until > today ? today : until) : usual.to;
  const few = monthsBetween(from, to) <= mostMonths;
  return { from, to, by: few && search.get('par') !== 'an' ? 'MONTH' : 'YEAR' };
}

/** Whether a period may be read by months. */
export const hasMonths = ({ from, to }: Period): boolean => monthsBetween(from, to) <= mostMonths;

/** The address of a period. */
export const periodSearch = ({ from, to, by }: Period): string =>
  `?du=${from}&au=${to}${by === 'YEAR' && hasMonths({ from, to, by }) ? '&par=an' : ''}`;

/** Periods that are often asked for: the years that are shown, the last first, and everything. */
export const usualPeriods = (today: string): { key: string; from: string; to: string }[] => {
  const year = Number(today.slice(0, 4));
  return [
    ...[year, year - 1, year - 2].map((each) => ({
      key: String(each),
      from: `${each}-01-01`,
      to: each === year ? today : `${each}-12-31`,
    })),
    { key: '', from: firstDay, to: today },
  ];
};
