import { expect, it } from 'vitest';
import { guessColumns } from './guess-columns.js';

const NAMES = { name: ['nom'], email: ['mail', 'courriel'], phone: ['telephone', 'tel'] };

it('finds columns by their usual names, each once, the exact one first', () => {
  expect(guessColumns(['Téléphone portable', 'Tél.', 'NOM', 'Courriel pro'], NAMES)).toEqual({
    name: 'NOM',
    email: 'Courriel pro',
    phone: 'Tél.',
  });
  expect(guessColumns(['Ville'], NAMES)).toEqual({});
});
