import { describe, expect, it } from 'vitest';
import { agreementOf, channelOf, childrenOf, dayOf, horizonOf, stageOf } from './read-words.js';

const ON = new Date('2026-06-15T11:00:00Z');

describe('a cell of a list', () => {
  it.each([
    ['2015, 2018', [2015, 2018]],
    ['2018 et 2015', [2015, 2018]],
    ['3 ans, 8 mois', [2023, 2025]],
    ['4 mois', [2026]],
    ['7, 11', [2015, 2019]],
    ['12/03/2015 ; 01/09/2018', [2015, 2018]],
    ['aucun', []],
    ['', []],
    ['0', []],
  ])('says « %s » of children', (text, years) => {
    expect(childrenOf(text, ON)).toEqual({ years });
  });

  it.each(['2', '2 enfants', 'oui', '1950', 'deux'])('is not guessed at: « %s »', (text) => {
    expect(childrenOf(text, ON)).toEqual({ problem: 'UNCLEAR' });
  });

  it.each([
    ['2026-03-14', '2026-03-14'],
    ['14/03/2026', '2026-03-14'],
    ['1.2.26', '2026-02-01'],
    ['46095', '2026-03-14'],
    ['29/02/2026', undefined],
    ['mars', undefined],
  ])('holds a day: « %s »', (text, day) => {
    expect(dayOf(text)?.toISOString().slice(0, 10)).toBe(day);
  });

  it('is understood in the words that people use', () => {
    expect([horizonOf('D’ici 6 mois'), horizonOf('6 mois'), horizonOf('Moyen terme')]).toEqual([
      undefined,
      'SHORT_TERM',
      'MEDIUM_TERM',
    ]);
    expect(['Salon de Toulouse', 'Réseaux sociaux', 'Bouche à oreille', 'hasard'].map(channelOf)).toEqual([
      'FAIR',
      'WEB',
      'WORD_OF_MOUTH',
      undefined,
    ]);
    expect(['Qualifié', 'PERDU', 'en cours'].map(stageOf)).toEqual(['QUALIFIED', 'LOST', undefined]);
    expect(['Oui', 'x', 'NON', 'peut-être'].map(agreementOf)).toEqual([true, true, false, undefined]);
  });
});
