import { expect, it } from 'vitest';
import { bareSiret, isSiret } from './siret.js';

it('takes what Luhn confirms', () => {
  expect(isSiret('73282932000074')).toBe(true);
  expect(isSiret(bareSiret('732 829 320 00074'))).toBe(true);
});

it('takes La Poste’s own numbers by the sum of their digits', () => {
  // 3 + 5 + 6 + 4 + 2 = 20: Luhn refuses it, La Poste has it.
  expect(isSiret('35600000000042')).toBe(true);
  expect(isSiret('35600000000043')).toBe(false);
});

it.each(['73282932000075', '7328293200007', '732829320000744', '00000000000000', 'ABCDEFGHIJKLMN', ''])(
  'refuses %j',
  (siret) => expect(isSiret(siret)).toBe(false),
);
