import { expect } from 'vitest';

/** What becomes true in its own time, on a machine that may be busy: `await eventually(read).toBe(…)`. */
export const eventually: typeof expect.poll = (read) => expect.poll(read, { timeout: 10_000 });
