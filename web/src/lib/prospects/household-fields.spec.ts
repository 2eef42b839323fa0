import { expect, it } from 'vitest';
import { emptyHousehold, householdInput, readHousehold } from './household-fields.ts';

const sent = (fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) {
    form.append(name, value);
  }
  return readHousehold(form);
};

it('reads what was typed, and gives it on as the API takes it', () => {
  const values = sent([
    ['name', ' Anne Riu '],
    ['adults', '2'],
    ['childrenBirthYears', '2016 et 2019'],
    ['services', 'ecole'],
    ['services', 'casino'],
    ['services', 'creche'],
    ['speed', 'FROM_100'],
    ['horizon', 'SHORT_TERM'],
    ['project', 'Un atelier\r\nà Foix'],
  ]);
  expect(values).toMatchObject({ name: 'Anne Riu', services: 'ecole,creche', project: 'Un atelier\nà Foix' });
  expect(householdInput(values)).toMatchObject({
    adults: 2,
    childrenBirthYears: [2016, 2019],
    services: ['ecole', 'creche'],
    speed: 'FROM_100',
    horizon: 'SHORT_TERM',
    email: null,
  });
});

it('leaves unknown what nobody said, and lets the API refuse what is none', () => {
  expect(householdInput(emptyHousehold())).toMatchObject({
    adults: null,
    childrenBirthYears: [],
    horizon: null,
  });
  expect(householdInput({ ...emptyHousehold(), adults: 'deux', speed: 'LIGHT' })).toMatchObject({
    adults: 0,
    speed: null,
  });
});
