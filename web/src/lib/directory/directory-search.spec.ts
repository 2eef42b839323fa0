import { expect, it } from 'vitest';
import {
  directoryAddress,
  directoryFilter,
  emptySearch,
  narrowings,
  parseDirectorySearch,
  toggled,
} from './directory-search.ts';

const read = (address: string) => parseDirectorySearch(new URLSearchParams(address));

it('the address says all that is searched for, and is read back the same', () => {
  const address =
    '?q=d%C3%A9veloppeuse&activite=Graphisme&competence=Affiche&competence=Dessin&commune=09122&secteur=Haute+Ari%C3%A8ge&langue=oc&parrain=1';
  const search = read(address);
  expect(directoryAddress(search)).toBe(address);
  expect(directoryFilter(search)).toEqual({
    activity: ['Graphisme'],
    skill: ['Affiche', 'Dessin'],
    commune: ['09122'],
    area: ['Haute Ariège'],
    language: ['oc'],
    canSponsor: true,
  });
  expect(directoryAddress(search, 'abc')).toBe(`${address}&suite=abc`);
});

it('what means nothing is left out, and nothing goes without bound', () => {
  const search = read(
    `?q=${'x'.repeat(500)}&commune=%27%3B--&langue=%3Cb%3E&parrain=oui&activite=${'y'.repeat(101)}&activite=&${'competence=a&'.repeat(50)}`,
  );
  expect(search).toEqual({ ...emptySearch, q: 'x'.repeat(100), skill: ['a'] });
  expect(directoryFilter(read(''))).toEqual({});
  expect(directoryAddress(read(''))).toBe('');
});

it('a value is chosen and left again, and each can be taken away', () => {
  const chosen = toggled(read('?q=web&parrain=1'), 'skill', 'Dessin');
  expect(chosen.skill).toEqual(['Dessin']);
  expect(toggled(chosen, 'skill', 'Dessin').skill).toEqual([]);
  expect(narrowings(chosen).map(({ facet, without }) => [facet, directoryAddress(without)])).toEqual([
    ['q', '?competence=Dessin&parrain=1'],
    ['skill', '?q=web&parrain=1'],
    ['sponsor', '?q=web&competence=Dessin'],
  ]);
});
