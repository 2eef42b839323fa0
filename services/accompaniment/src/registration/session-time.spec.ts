import { expect, it } from 'vitest';
import { dayInWords, momentInWords, periodInWords } from './session-time.js';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

it('says a day by the clocks of Paris, in winter and in summer', () => {
  expect(plain(momentInWords(new Date('2026-11-24T17:30:00Z'), 'fr'))).toBe(
    'mardi 24 novembre 2026 à 18 h 30 (heure de Paris)',
  );
  expect(plain(momentInWords(new Date('2027-06-30T22:00:00Z'), 'fr'))).toBe(
    'jeudi 1er juillet 2027 à 0 h (heure de Paris)',
  );
  expect(plain(momentInWords(new Date('2026-11-24T17:30:00Z'), 'en'))).toBe(
    'Tuesday 24 November 2026 at 6:30 pm (Paris time)',
  );
});

it('says a week-end over the change of clocks', () => {
  const from = new Date('2027-03-27T08:00:00Z');
  const to = new Date('2027-03-28T15:00:00Z');
  expect(plain(periodInWords(from, to, 'fr'))).toBe(
    'du samedi 27 mars 2027 à 9 h au dimanche 28 mars 2027 à 17 h (heure de Paris)',
  );
  expect(plain(periodInWords(from, to, 'en'))).toBe(
    'from Saturday 27 March 2027 at 9:00 am to Sunday 28 March 2027 at 5:00 pm (Paris time)',
  );
});

it('says one day once', () => {
  const [from, to] = [new Date('2027-04-10T07:30:00Z'), new Date('2027-04-10T15:00:00Z')];
  expect(plain(periodInWords(from, to, 'fr'))).toBe(
    'samedi 10 avril 2027, de 9 h 30 à 17 h (heure de Paris)',
  );
  expect(plain(dayInWords(from, 'en'))).toBe('Saturday 10 April');
});
