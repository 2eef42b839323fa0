import { expect, it } from 'vitest';
import { readFactKey } from './fact.ts';
import { problemsOf, readCount } from './fact-form.ts';

it('reads a count as people type it', () => {
  expect(readCount('3')).toBe(3);
  expect(readCount(' 1 000 ')).toBe(1000);
  expect(readCount('0')).toBe(0);
});

it.each(['', '-1', '2,5', '1001', '99999', 'deux', '1e3'])('takes %j for no count', (text) => {
  expect(readCount(text)).toBeUndefined();
});

it('says what is missing and what is too long', () => {
  expect(Object.keys(problemsOf({ count: 'x', reason: '' }, { count: 'count', text: 'reason' }))).toEqual([
    'count',
    'reason',
  ]);
  expect(problemsOf({ reason: 'a'.repeat(1001) }, { text: 'reason' }).reason).toContain('1000');
  expect(problemsOf({ count: '2', reason: 'Vu sur place' }, { count: 'count', text: 'reason' })).toEqual({});
});

it('knows the address of a fact from anything else', () => {
  expect(readFactKey('2A004-D265')).toEqual({ communeCode: '2A004', type: 'D265' });
  expect(readFactKey('09122-')).toBeNull();
  expect(readFactKey(null)).toBeNull();
});
