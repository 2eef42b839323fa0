import { expect, it } from 'vitest';
import { nameKey, slugOf } from './slug.js';

it('makes addresses of names with accents, apostrophes and ligatures', () => {
  expect(slugOf("L'Hospitalet-près-l'Andorre")).toBe('l-hospitalet-pres-l-andorre');
  expect(slugOf('Saint-Bauzeil')).toBe('saint-bauzeil');
  expect(slugOf('Pays de Foix – Haute Ariège')).toBe('pays-de-foix-haute-ariege');
  expect(slugOf('Œuilly')).toBe('oeuilly');
});

it('orders names as if they had no accent', () => {
  expect(['Ércé', 'Eycheil', 'Auzat'].map(nameKey).sort()).toEqual(['auzat', 'erce', 'eycheil']);
});
