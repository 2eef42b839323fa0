import { expect, it } from 'vitest';
import { emptySearch } from '#lib/directory/directory-search.ts';
import { facetsOf } from './facets.ts';

const communes = [{ code: '09122', name: 'Foix' }];
const answered = [
  { name: 'activity', values: [{ value: 'Graphisme', label: 'Graphisme', count: 3 }] },
  {
    name: 'commune',
    values: [
      { value: '09122', label: '09122', count: 2 },
      { value: '31555', label: '31555', count: 1 },
    ],
  },
  { name: 'canSponsor', values: [{ value: 'true', label: '', count: 4 }] },
];

it('communes bear their names, and those of elsewhere are left out', () => {
  const { choices, sponsors } = facetsOf(answered, communes, emptySearch);
  expect(sponsors).toBe(4);
  expect(choices).toEqual([
    { facet: 'activity', values: [{ value: 'Graphisme', label: 'Graphisme', count: 3, chosen: false }] },
    { facet: 'commune', values: [{ value: '09122', label: 'Foix', count: 2, chosen: false }] },
  ]);
});

it('what is chosen stands first and stays, also where it finds nobody', () => {
  const { choices } = facetsOf(answered, communes, { ...emptySearch, activity: ['Poterie'] });
  expect(choices[0]?.values.map(({ value, count, chosen }) => [value, count, chosen])).toEqual([
    ['Poterie', 0, true],
    ['Graphisme', 3, false],
  ]);
});
