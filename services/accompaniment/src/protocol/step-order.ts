/** What an order of steps is made of: `after` names the keys of those before. */
interface Linked {
  key: string;
  after: readonly string[];
}

/**
 * Steps in an order in which each comes after those it waits for, otherwise as they are given. Those that wait for each
 * other in a circle, and those behind them, are left out: {@link stepsInCircle} names the circle.
 */
export function inOrder<Step extends Linked>(steps: readonly Step[]): Step[] {
  const keys = new Set(steps.map(({ key }) => key));
  const placed = new Set<string>();
  const ordered: Step[] = [];
  let left = [...steps];
  while (left.length > 0) {
    const next = left.filter(({ after }) => after.every((key) => placed.has(key) || !keys.has(key)));
    if (next.length === 0) break;
    for (const step of next) placed.add(step.key);
    ordered.push(...next);
    left = left.filter(({ key }) => !placed.has(key));
  }
  return ordered;
}

/** The steps of one circle, each waiting for the one that follows it; empty when there is none. */
export function stepsInCircle<Step extends Linked>(steps: readonly Step[]): Step[] {
  const ordered = new Set(inOrder(steps).map(({ key }) => key));
  const stuck = new Map(steps.filter(({ key }) => !ordered.has(key)).map((step) => [step.key, step]));
  const path: Step[] = [];
  let step = stuck.values().next().value;
  // What is stuck waits for something that is stuck too: who follows that comes back to where it was.
  while (step && !path.includes(step)) {
    path.push(step);
    step = stuck.get(step.after.find((key) => stuck.has(key)) ?? '');
  }
  return step ? path.slice(path.indexOf(step)) : [];
}

/** Which steps wait for one of these, directly or through others. */
export function behind<Step extends Linked>(steps: readonly Step[], keys: Iterable<string>): Set<string> {
  const moved = new Set(keys);
  const found = new Set<string>();
  for (const { key, after } of inOrder(steps)) {
    if (after.some((before) => moved.has(before) || found.has(before))) found.add(key);
  }
  return found;
}
