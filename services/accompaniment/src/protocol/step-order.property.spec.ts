import { addWorkingDays } from '@ancrage/working-days';
import { expect, it } from 'vitest';
import { planSteps } from './plan-steps.js';
import type { ProtocolStep } from './protocol-step.js';
import { inOrder, stepsInCircle } from './step-order.js';

/** The same numbers for the same seed, so that what fails can be looked at again. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** A protocol of any shape; `circles` lets steps wait for later ones. */
function protocol(seed: number, circles: boolean): ProtocolStep[] {
  const below = numbers(seed);
  const count = 1 + below(20);
  return Array.from({ length: count }, (_, index): ProtocolStep => {
    const after = Array.from({ length: below(4) }, () => `s${below(circles ? count : index)}`);
    const anchor = after.length > 0 ? (['START', 'ARRIVAL', 'STEPS'] as const)[below(3)]! : 'START';
    return {
      key: `s${index}`,
      title: '',
      description: '',
      publicWords: '',
      phase: 'DECISION',
      owner: 'AGENT',
      anchor,
      after: index === 0 && !circles ? [] : [...new Set(after)],
      delay: anchor === 'ARRIVAL' ? below(80) - 40 : below(40),
      documents: [],
      condition: below(4) === 0 ? { needsPremises: true } : {},
    };
  });
}

it('either orders every step after those it waits for, or names a circle', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const steps = protocol(seed, true);
    const ordered = inOrder(steps);
    const circle = stepsInCircle(steps);
    expect(circle.length === 0, `seed ${seed}`).toBe(ordered.length === steps.length);
    for (const [at, step] of circle.entries())
      expect(step.after, `seed ${seed}`).toContain(circle[(at + 1) % circle.length]!.key);
    for (const [at, { after }] of ordered.entries())
      for (const key of after) expect(ordered.findIndex((step) => step.key === key)).toBeLessThan(at);
  }
});

it('plans no step on a day off, before the beginning or before a step it waits for', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const below = numbers(seed * 7);
    const startedOn = addWorkingDays('2026-01-01', below(400));
    const planned = planSteps(
      protocol(seed, false),
      { childrenBirthYears: [], needsPremises: below(2) === 0, needsHousing: null, horizon: null },
      { startedOn, expectedOn: addWorkingDays(startedOn, below(200)), today: startedOn },
    );
    const due = new Map(planned.map(({ key, dueOn }) => [key, dueOn]));
    for (const { key, after, dueOn } of planned) {
      expect(dueOn, `seed ${seed}, ${key}`).toBe(addWorkingDays(dueOn!, 0));
      expect(dueOn! >= startedOn).toBe(true);
      for (const before of after) expect(dueOn! >= due.get(before)!, `seed ${seed}, ${key}`).toBe(true);
    }
  }
});
