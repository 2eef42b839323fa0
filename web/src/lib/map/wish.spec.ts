import { describe, expect, it } from 'vitest';
import { readWish } from './wish.ts';

describe('a wish in words', () => {
  it.each([
    ['crèche + école + fibre à moins de 10 km', { services: ['creche', 'ecole'], fibre: 50, km: 10 }],
    ['crèche, école et médecin à moins de 5 km', { services: ['creche', 'ecole', 'medecin'], km: 5 }],
    ['Boulangerie et bureau de poste', { services: ['boulangerie', 'poste'] }],
    ['une école avec la fibre', { services: ['ecole'], fibre: 50 }],
    ['doctor and bakery within 5 km', { services: ['medecin', 'boulangerie'], km: 5 }],
    ['collège + 100 Mbit/s', { services: ['college'], speed: 'FROM_100' }],
    ['gare à 5 km', { services: ['gare'], km: 5 }],
  ])('%s', (text, wish) => {
    expect(readWish(text)).toEqual(wish);
  });

  it.each(['Foix', 'boulangerie', 'Auzat et Vicdessos', 'école + licorne', '', '10 km', 'Fos et Saint-Lary'])(
    'is not read in « %s »',
    (text) => {
      expect(readWish(text)).toBeNull();
    },
  );
});
