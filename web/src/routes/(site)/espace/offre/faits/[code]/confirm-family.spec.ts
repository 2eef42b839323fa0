import { expect, it } from 'vitest';
import { confirmed, readNow } from './confirm-family.ts';

const fact = (code: string, count: number | null, conflict = false) => ({
  type: { code },
  status: count ? 'PRESENT' : 'ABSENT',
  count,
  conflict,
});

it('vouches for what was read, and for nothing that changed since, is unknown or disputed', () => {
  const read = readNow([fact('D265', 2), fact('D281', 0), fact('D277', null), fact('D307', 1, true)]);
  expect(read).toBe('D265:2,D281:0');
  expect(confirmed([fact('D265', 3), fact('D281', 0), fact('D277', 1), fact('D307', 1)], read)).toEqual([
    { type: 'D281', count: 0 },
  ]);
});
