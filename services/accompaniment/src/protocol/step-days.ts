import { addWorkingDays } from '@ancrage/working-days';
import type { ProtocolStep } from './protocol-step.js';

/** The days that the days of steps come from, as 2026-11-23. */
export interface WelcomeDays {
  /** On which the welcome began. */
  startedOn: string;
  /** On which the household moves in; null while nobody knows. */
  expectedOn: string | null;
  today: string;
}

/** Where a step before stands: settled on a day, or due on one; null while that is not known. */
export interface DayBefore {
  settledOn: string | null;
  dueOn: string | null;
}

/**
 * The day on which a step is due; null while what it is counted from has no day. It is never due before the welcome
 * began, nor before what it waits for. A step that waits for one that is late is due by what today allows: the day is
 * provisional until the steps before are settled.
 */
export function dueDay(
  { anchor, delay }: Pick<ProtocolStep, 'anchor' | 'delay'>,
  before: readonly DayBefore[],
  { startedOn, expectedOn, today }: WelcomeDays,
): string | null {
  const days = before.map(({ settledOn, dueOn }) => settledOn ?? (dueOn && latest([dueOn, today])));
  const known = days.filter((day) => day !== null);
  const earliest = latest([addWorkingDays(startedOn, 0), ...known.map((day) => addWorkingDays(day, 0))]);
  if (anchor === 'STEPS') {
    // Those it waited for may not be for this household: then it is counted from the beginning.
    return known.length === days.length ? addWorkingDays(latest([...known, startedOn]), delay) : null;
  }
  if (anchor === 'ARRIVAL' && expectedOn === null) return null;
  const day = addWorkingDays(anchor === 'START' ? startedOn : expectedOn!, delay);
  return latest([day, earliest]);
}

/** The last of some days. */
const latest = (days: readonly string[]): string => days.reduce((last, day) => (day > last ? day : last));
