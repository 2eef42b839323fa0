import { expect, it } from 'vitest';
import { readTerritoryList, writeTerritoryList } from './territory-list.js';

const some = [
  { id: '0d0e', slug: 'couserans-pyrenees', name: 'Communauté de communes Couserans-Pyrénées' },
  { id: '1d1e', slug: 'pfha', name: '“Haute Ariège”, \\ l’autre' },
];

it('gives back the territories that it was written from, in their order', () => {
  expect(readTerritoryList(writeTerritoryList(some))).toEqual(some);
  expect(readTerritoryList(writeTerritoryList([]))).toEqual([]);
});

it('keeps a name to its own territory, whatever is in it', () => {
  const named = some.map((one) => ({ ...one, name: 'Vallée | 2e2e faux Faux' }));
  expect(readTerritoryList(writeTerritoryList(named)).map(({ slug }) => slug)).toEqual(
    some.map(({ slug }) => slug),
  );
});
