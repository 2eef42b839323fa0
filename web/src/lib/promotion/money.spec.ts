import { expect, it } from 'vitest';
import { centsOf, typedCents } from './money.ts';

it.each([
  ['1 234,50', 123_450],
  ['1\u202f234,5 €', 123_450],
  ['1234.50', 123_450],
  ['1,234.50', 123_450],
  ['1.234,50', 123_450],
  ['0', 0],
  ['12', 1200],
])('reads « %s »', (text, cents) => {
  expect(centsOf(text)).toBe(cents);
});

it('leaves unknown what was left empty', () => {
  expect(centsOf('  ')).toBeNull();
  expect(typedCents(null)).toBe('');
});

it.each(['beaucoup', '-5', '1,234', '12,345', '1e9', '9999999999'])('takes « %s » for no amount', (text) => {
  expect(centsOf(text)).toBeUndefined();
});

it.each([0, 5, 123_450, 120_000])('reads back what it shows of %i cents', (cents) => {
  expect(centsOf(typedCents(cents))).toBe(cents);
});
