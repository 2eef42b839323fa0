import { expect, test } from 'vitest';
import { phoneWords } from './phone.ts';

test('reads a French number by pairs and leaves any other as it was given', () => {
  expect(phoneWords('+33561000042')).toBe('05\u{a0}61\u{a0}00\u{a0}00\u{a0}42');
  expect(phoneWords('0639980902')).toBe('06\u{a0}39\u{a0}98\u{a0}09\u{a0}02');
  expect(phoneWords('+34973640000')).toBe('+34973640000');
  expect(phoneWords('05 61 00 00 42')).toBe('05 61 00 00 42');
});
