import { expect, it } from 'vitest';
import { safeNext } from './next.ts';

it('leads to a page of the workspace', () => {
  expect(safeNext('/espace/reglages')).toBe('/espace/reglages');
});

it.each([
  null,
  '',
  'https://ailleurs.example',
  '//ailleurs.example',
  '/\\ailleurs',
  '/carte',
  '/espace?x=/..',
])('never leads elsewhere (%s)', (asked) => {
  expect(safeNext(asked)).toBe('/espace');
});

it('leads back to a commune’s facts', () => {
  expect(safeNext('/espace/offre/faits/2A004')).toBe('/espace/offre/faits/2A004');
});

it('leads back to the keys of a region', () => {
  expect(safeNext('/region/76/cles')).toBe('/region/76/cles');
  expect(safeNext('/region/76')).toBe('/espace');
});

it('leads back to the operators’ pages', () => {
  expect(safeNext('/operateur/territoires/nouveau')).toBe('/operateur/territoires/nouveau');
});
