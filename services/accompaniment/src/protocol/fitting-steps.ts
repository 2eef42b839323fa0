import type { ProtocolStep, StepCondition } from './protocol-step.js';

/** What conditions of steps are about. What nobody asked the household yet is null. */
export interface WelcomedHousehold {
  childrenBirthYears: readonly number[];
  needsPremises: boolean | null;
  needsHousing: boolean | null;
  horizon: 'SHORT_TERM' | 'MEDIUM_TERM' | 'LONG_TERM' | null;
}

/**
 * Whether a step is for a household. In doubt it is: a birth year leaves a year of doubt about an age, and a need that
 * nobody asked about may be there. A step too many is crossed out; one that is missing is noticed too late.
 *
 * @param year in which the household arrives
 */
export function fits(condition: StepCondition, household: WelcomedHousehold, year: number): boolean {
  const { childUpTo = Number.POSITIVE_INFINITY, childFrom = Number.NEGATIVE_INFINITY } = condition;
  const asksForChild = condition.childUpTo !== undefined || condition.childFrom !== undefined;
  const child = household.childrenBirthYears.some(
    (birth) => year - birth - 1 <= childUpTo && year - birth >= childFrom,
  );
  if (asksForChild && !child) return false;
  if (condition.needsPremises && household.needsPremises === false) return false;
  if (condition.needsHousing && household.needsHousing === false) return false;
  const { horizons = [] } = condition;
  return horizons.length === 0 || household.horizon === null || horizons.includes(household.horizon);
}

/** The steps for a household. Who waited for one that is left out waits for what that one waited for. */
export function fittingSteps(
  steps: readonly ProtocolStep[],
  household: WelcomedHousehold,
  year: number,
): ProtocolStep[] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const kept = new Set(
    steps.filter(({ condition }) => fits(condition, household, year)).map(({ key }) => key),
  );
  const awaited = (key: string, seen: Set<string>): string[] => {
    if (kept.has(key) || seen.has(key)) return kept.has(key) ? [key] : [];
    seen.add(key);
    return byKey.get(key)?.after.flatMap((before) => awaited(before, seen)) ?? [];
  };
  return steps
    .filter(({ key }) => kept.has(key))
    .map((step) => ({
      ...step,
      after: [...new Set(step.after.flatMap((key) => awaited(key, new Set())))],
    }));
}
