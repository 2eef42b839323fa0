import { expect, it } from 'vitest';
import { isLanguage } from './languages.js';
import { nafCode, nafLabel, nafSubclasses } from './naf.js';

it('knows the activities of the nomenclature', () => {
  expect(nafSubclasses()).toHaveLength(732);
  expect(nafLabel('62.01Z')).toBe('Programmation informatique');
});

it.each(['62.01Z', '6201z', ' 62.01 Z '])('reads %s', (text) => expect(nafCode(text)).toBe('62.01Z'));

it.each(['', '62.01', '00.00A', '99.99Z', 'informatique'])('reads no code in %j', (text) =>
  expect(nafCode(text)).toBeNull(),
);

it('tells languages from two letters', () => {
  expect(['fr', 'oc', 'ca', 'eu'].every(isLanguage)).toBe(true);
  expect(['xx', 'zz', 'FR', 'fra', ''].some(isLanguage)).toBe(false);
});
