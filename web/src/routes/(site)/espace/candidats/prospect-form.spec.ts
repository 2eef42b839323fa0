import { expect, it } from 'vitest';
import { differences, emptyProspect } from './prospect-form.ts';

const communes = [{ code: '09122', name: 'Foix' }];

it('shows where two agents wrote different things, in words, and nothing else', () => {
  const standing = {
    ...emptyProspect(),
    project: 'Un atelier',
    services: 'ecole,creche',
    wishedCommunes: '09122',
  };
  const typed = { ...standing, project: 'Un gîte', services: 'creche,ecole', wishedCommunes: '' };
  expect(
    differences(standing, typed, communes).map(({ field, theirs, yours }) => [field, theirs, yours]),
  ).toEqual([
    ['project', 'Un atelier', 'Un gîte'],
    ['wishedCommunes', 'Foix', expect.any(String)],
  ]);
});

it('takes the same years written otherwise for the same', () => {
  const standing = { ...emptyProspect(), childrenBirthYears: '2016, 2019' };
  expect(differences(standing, { ...standing, childrenBirthYears: '2019 et 2016' }, communes)).toEqual([]);
  expect(differences(standing, { ...standing, childrenBirthYears: '2016' }, communes)).toHaveLength(1);
});
