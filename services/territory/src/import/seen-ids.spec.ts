import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { SeenIds } from './seen-ids.js';

const idOf = (number: number) =>
  createHash('md5')
    .update(String(number))
    .digest('hex')
    .replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

it('knows every id that it met, and no other, however many', () => {
  const seen = new SeenIds();
  for (let number = 0; number < 20_000; number += 1) expect(seen.meets(idOf(number))).toBe(false);
  for (let number = 0; number < 20_000; number += 1) expect(seen.meets(idOf(number))).toBe(true);
  expect(seen.meets(idOf(20_000))).toBe(false);
});

it('keeps apart ids that begin alike, and takes one of zeros', () => {
  const seen = new SeenIds();
  expect(seen.meets('00000000-0000-0000-0000-000000000000')).toBe(false);
  expect(seen.meets('00000000-0000-0000-0000-000000000000')).toBe(true);
  expect(seen.meets('00000000-0000-0002-0000-000000000000')).toBe(false);
  expect(seen.meets('00000001-0000-0002-0000-000000000000')).toBe(false);
});
