import { formatNumber, formatShare } from '#lib/format/figures.ts';
import type { FigureDefinitionFragment, FigureFragment } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

type Shown = Pick<FigureFragment, 'value' | 'suppressed'>;
type Unit = FigureDefinitionFragment['unit'];

/** A figure as it is read: its value, or the word that says why there is none. */
export function figureWords({ value, suppressed }: Shown, unit: Unit): string {
  if (suppressed) return m.indicators_kept_back();
  if (value === null || value === undefined) return m.indicators_unknown();
  if (unit === 'SHARE') return formatShare(value);
  return unit === 'DAYS' ? m.indicators_days({ count: Math.round(value) }) : formatNumber(value);
}

/** Whether there is a value to set large. */
export const isShown = ({ value, suppressed }: Shown): boolean =>
  !suppressed && value !== null && value !== undefined;

/** On how many records a figure rests, where not all of them said something. */
export function restsOn({ key, known, total }: FigureFragment): string | null {
  if (known === null || known === undefined || total === null || total === undefined || total === 0)
    return null;
  switch (key) {
    case 'JOBS':
      return m.indicators_rests_jobs({ known: formatNumber(known), total: formatNumber(total) });
    case 'STILL_HERE_6':
    case 'STILL_HERE_12':
      return m.indicators_rests_answers({ known: formatNumber(known), total: formatNumber(total) });
    case 'STEPS_ON_TIME':
      return m.indicators_rests_steps({ total: formatNumber(total) });
    default:
      return null;
  }
}

const short = { month: 'short', timeZone: 'UTC' } as const;

/** The name of a part of a trend below its column: 2025, or « janv. », with the year where it changes. */
export function partLabel({ from, to }: { from: string; to: string }, by: 'MONTH' | 'YEAR'): string {
  if (by === 'YEAR') return from.slice(0, 4);
  const month = new Intl.DateTimeFormat(getLocale(), short).format(new Date(from));
  return to.slice(5, 7) === '01' ? `${month} ${from.slice(2, 4)}` : month;
}

/** The same in full, for tables. */
export const partName = ({ from }: { from: string }, by: 'MONTH' | 'YEAR'): string =>
  by === 'YEAR'
    ? from.slice(0, 4)
    : new Intl.DateTimeFormat(getLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(from),
      );
