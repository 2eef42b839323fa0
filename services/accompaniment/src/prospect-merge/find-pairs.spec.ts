import { expect, it } from 'vitest';
import { type Comparable, findPairs } from './find-pairs.js';

const household = (id: string, facts: Partial<Comparable>): Comparable => ({
  id,
  name: '',
  emailKey: null,
  phoneKey: null,
  childrenBirthYears: [],
  ...facts,
});

it('proposes households of one address, one number, or one name with the same children, surest first', () => {
  const pairs = findPairs([
    household('a', { name: 'Anne Riu', emailKey: 'riu@x.example', phoneKey: '+33561000000' }),
    household('b', { name: 'Paul Riu', emailKey: 'riu@x.example', phoneKey: '+33561000000' }),
    household('c', { name: 'Zoé Blanc', phoneKey: '+33612345678' }),
    household('d', { name: 'Z. Blanc', phoneKey: '+33612345678' }),
    household('e', { name: 'Famille Morel', childrenBirthYears: [2015, 2018] }),
    household('f', { name: 'Morel', childrenBirthYears: [2018, 2015] }),
    household('g', { name: 'Famille Durand', childrenBirthYears: [2015, 2018] }),
    household('h', { name: 'Morel' }),
  ]);
  expect(pairs.map(({ firstId, secondId, reasons }) => [firstId + secondId, reasons])).toEqual([
    ['ab', ['EMAIL', 'PHONE']],
    ['cd', ['PHONE']],
    ['ef', ['NAME_AND_CHILDREN']],
  ]);
});
