import { expect, it } from 'vitest';
import { type AskedFact, answersOf, readForm } from './answers.form.ts';

const fact = (code: string, count: number | null) => ({ type: { code }, count }) as AskedFact;
const facts = [fact('D307', 2), fact('D265', null), fact('D281', 1), fact('W101', null)];
const codes = facts.map(({ type }) => type.code);

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

it('sends what was answered, with the number that was read', () => {
  const values = readForm(
    form({
      'choice-D307': 'exact',
      'choice-D265': 'wrong',
      'count-D265': ' 2 ',
      'names-D265': 'Dr Martin\n\n  Dr Roux \n',
      'choice-W101': 'unsure',
      'choice-Z999': 'exact',
    }),
    codes,
  );
  expect(answersOf(values, facts)).toEqual([
    { type: 'D307', answer: 'CONFIRMED', count: 2, note: '' },
    { type: 'D265', answer: 'CORRECTED', count: 2, names: ['Dr Martin', 'Dr Roux'], note: '' },
    { type: 'W101', answer: 'DONT_KNOW' },
  ]);
});

it.each(['', 'deux', '-1', '1.5', '99999999'])('never takes %j for a number', (typed) => {
  const values = readForm(form({ 'choice-D281': 'wrong', 'count-D281': typed }), codes);
  expect(answersOf(values, facts)).toMatchObject([{ type: 'D281', count: null }]);
});

it('keeps no more of a text than any answer holds', () => {
  const values = readForm(form({ 'note-D307': 'x'.repeat(5_000_000) }), codes);
  expect(values.answers['D307']?.note).toHaveLength(4000);
});
