import type { SubgraphContext } from '@ancrage/subgraph';
import { suppressBreakdown } from '@ancrage/subgraph/suppression';
import { Channel } from '../promotion/channel.js';
import { FUNNEL_WORDS } from './funnel.words.js';
import type { Reader } from './indicator-figures.queries.js';
import { type FunnelStep, FunnelStepKey, type IndicatorOrigins, type OriginShare } from './indicator-ways.js';
import type { Period } from './period.js';
import { shownSteps } from './shown-steps.js';

/** Households of a cohort that came the same way, as far as they came. */
export interface WayRow {
  firstChannel: Channel | null;
  lastChannel: Channel | null;
  /** False: forgotten since; they count, and no list shows them. */
  named: boolean;
  contacts: number;
  qualified: number;
  attended: number;
  projects: number;
  installed: number;
  demonstration: boolean;
}

const STEPS = [
  [FunnelStepKey.CONTACT, 'contacts'],
  [FunnelStepKey.QUALIFIED, 'qualified'],
  [FunnelStepKey.ATTENDED, 'attended'],
  [FunnelStepKey.PROJECT, 'projects'],
  [FunnelStepKey.INSTALLED, 'installed'],
] as const;
type Count = (typeof STEPS)[number][1];
/** The steps that hold every household that plans to settle or has. */
const HOLDING: ReadonlySet<FunnelStepKey> = new Set([
  FunnelStepKey.CONTACT,
  FunnelStepKey.QUALIFIED,
  FunnelStepKey.PROJECT,
]);

/** The households first in touch within a period, as far as they had come on a day; numbers alone. */
export const selectWays = (
  context: SubgraphContext,
  territoryId: string,
  { from, to }: Period,
  until: string,
): Promise<WayRow[]> =>
  context.load('indicator ways', [territoryId, from, to, until].join(), async () => [
    await readWays(context, territoryId, { from, to }, until),
  ]);

/** The same, read anew. */
export const readWays = (
  reader: Reader,
  territoryId: string,
  { from, to }: Period,
  until: string,
): Promise<WayRow[]> =>
  reader.read<WayRow & Record<string, unknown>>({
    name: 'indicator ways',
    text: `select first_channel as "firstChannel", last_channel as "lastChannel", named, contacts, qualified, attended,
        projects, installed, demonstration from indicator_ways($1::uuid, $2::date, $3::date, $4::date)`,
    values: [territoryId, from, to, until],
  });

const sum = (rows: readonly WayRow[], count: Count): number =>
  rows.reduce((total, row) => total + row[count], 0);
const named = (rows: readonly WayRow[]): WayRow[] => rows.filter((row) => row.named);

/** What is published of the same households beside their way. */
export interface Beside {
  planned: number;
  effective: number;
}

const none: Beside = { planned: 0, effective: 0 };

/**
 * Which steps the public may see. Whoever plans or has settled had a project, and was in touch before: by their numbers a
 * visitor knows how many gave up, or did not go on.
 */
function publicSteps(rows: readonly WayRow[], { planned, effective }: Beside): boolean[] {
  const held = [planned, effective, planned + effective];
  return shownSteps(
    STEPS.map(([, count]) => sum(rows, count)),
    STEPS.map(([key]) => (HOLDING.has(key) ? held : [])),
  );
}

/** The steps of a cohort, exact for members; for the public those that give no small count away. */
export function funnelOf(
  rows: readonly WayRow[],
  exact: boolean,
  locale: string,
  beside: Beside = none,
): FunnelStep[] {
  const values = STEPS.map(([, count]) => sum(rows, count));
  const shown = exact ? values.map(() => true) : publicSteps(rows, beside);
  return STEPS.map(([key, count], index) => ({
    key,
    ...FUNNEL_WORDS[key][locale === 'en' ? 'en' : 'fr'],
    value: shown[index] ? (values[index] ?? 0) : null,
    suppressed: !shown[index],
    households: exact ? sum(named(rows), count) : null,
  }));
}

/** Where a cohort comes from, by its first and by its last passage: their sum is its size, so it shows when that does. */
export function originsOf(rows: readonly WayRow[], exact: boolean, beside: Beside = none): IndicatorOrigins {
  const whole = exact || publicSteps(rows, beside)[0] === true;
  return {
    first: sharesOf(rows, 'firstChannel', exact, whole),
    last: sharesOf(rows, 'lastChannel', exact, whole),
  };
}

function sharesOf(
  rows: readonly WayRow[],
  by: 'firstChannel' | 'lastChannel',
  exact: boolean,
  whole: boolean,
): OriginShare[] {
  const channels = [...Object.values(Channel), null].map((channel) => ({
    channel,
    of: rows.filter((row) => row[by] === channel),
  }));
  const published = suppressBreakdown(channels.map(({ of }) => sum(of, 'contacts')));
  return channels.map(({ channel, of }, index) => {
    const suppressed = !exact && (!whole || published[index]?.suppressed === true);
    return {
      channel,
      contacts: suppressed ? null : sum(of, 'contacts'),
      suppressed,
      attended: exact ? sum(of, 'attended') : null,
      installed: exact ? sum(of, 'installed') : null,
      households: exact ? sum(named(of), 'contacts') : null,
    };
  });
}
