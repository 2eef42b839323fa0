import { expect, it } from 'vitest';
import { readParty, visitInput } from './household-forms.ts';

const form = (values: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
};

it.each([
  ['2016, 2019', [2016, 2019]],
  ['2016 2019;2021', [2016, 2019, 2021]],
  ['', []],
  ['deux', [0]],
])('reads the years %j', (written, years) => {
  expect(readParty(form({ adults: '2', years: written }))).toEqual({ adults: 2, years, written });
});

it('reads what is no number as nobody', () => {
  expect(readParty(form({ adults: 'deux', years: '' })).adults).toBe(0);
});

it('makes a new visit of one without an id', () => {
  const visit = { id: '', startsAt: '2027-05-01T14:00', title: 'Une maison', place: '', host: '' };
  expect(visitInput(visit, 'r')).not.toHaveProperty('id');
});
