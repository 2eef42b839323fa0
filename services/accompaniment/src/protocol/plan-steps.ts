import { fittingSteps, type WelcomedHousehold } from './fitting-steps.js';
import type { ProtocolStep } from './protocol-step.js';
import { type DayBefore, dueDay, type WelcomeDays } from './step-days.js';
import { behind, inOrder } from './step-order.js';

export type { WelcomedHousehold } from './fitting-steps.js';
export type { WelcomeDays } from './step-days.js';

/** A step of one household's welcome, as a case begins with it. */
export interface PlannedStep extends ProtocolStep {
  /** 1, 2, 3 … in the order of the protocol. */
  position: number;
  /** As 2026-11-23; null while what it is counted from has no day. */
  dueOn: string | null;
}

/** The steps of a protocol that are for a household, in the protocol's order, with the days on which they are due. */
export function planSteps(
  steps: readonly ProtocolStep[],
  household: WelcomedHousehold,
  days: WelcomeDays,
): PlannedStep[] {
  const fitting = fittingSteps(steps, household, Number((days.expectedOn ?? days.today).slice(0, 4)));
  const due = new Map<string, DayBefore>();
  for (const step of inOrder(fitting))
    due.set(step.key, { settledOn: null, dueOn: dueDay(step, daysBefore(step.after, due), days) });
  return fitting.map((step, index) => ({
    ...step,
    position: index + 1,
    dueOn: due.get(step.key)?.dueOn ?? null,
  }));
}

/** A step of a case as it stands; `settledOn` is the day on which it was done or found not to be needed. */
export interface StandingStep extends DayBefore {
  key: string;
  after: readonly string[];
}

/** What moves days: another day of arrival, or a step that was settled or taken up again. */
export type DaysMove = { moved: 'ARRIVAL' } | { moved: 'STEP'; key: string };

/**
 * The steps of a case whose day changes, with the new one. Only steps to do that depend on what moved are dated anew, so
 * a day that somebody chose stays otherwise; steps that are not of the protocol (a team's own) stay as they are.
 *
 * @param steps of the version with which the case began
 * @param standing every step of the case, settled ones included
 */
export function redate(
  steps: readonly ProtocolStep[],
  standing: readonly StandingStep[],
  days: WelcomeDays,
  move: DaysMove,
): { key: string; dueOn: string | null }[] {
  const rules = new Map(steps.map((step) => [step.key, step]));
  const first =
    move.moved === 'STEP'
      ? [move.key]
      : standing.filter(({ key }) => rules.get(key)?.anchor === 'ARRIVAL').map(({ key }) => key);
  const touched = behind(standing, first);
  if (move.moved === 'ARRIVAL') for (const key of first) touched.add(key);
  const current = new Map<string, DayBefore>(standing.map((step) => [step.key, step]));
  const changed: { key: string; dueOn: string | null }[] = [];
  for (const { key, after, settledOn, dueOn } of inOrder(standing)) {
    const rule = rules.get(key);
    if (settledOn || !rule || !touched.has(key)) continue;
    const then = dueDay(rule, daysBefore(after, current), days);
    current.set(key, { settledOn: null, dueOn: then });
    if (then !== dueOn) changed.push({ key, dueOn: then });
  }
  return changed;
}

const daysBefore = (after: readonly string[], days: ReadonlyMap<string, DayBefore>): DayBefore[] =>
  after.flatMap((key) => days.get(key) ?? []);
