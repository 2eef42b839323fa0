import { expect, it } from 'vitest';
import { inputOf, placeOf, readEntry } from './entry.form.ts';

const places = [
  { code: '09122', name: 'Foix', intercommunality: { name: 'CA Pays Foix-Varilhes' } },
  { code: '09030', name: 'Aulus', intercommunality: null },
];

const form = (...fields: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};

it('reads chips and what is typed beside them as one list', () => {
  const values = readEntry(
    form(
      ['skill', 'Ébénisterie'],
      ['skill', 'Marqueterie'],
      ['moreSkills', 'Vernis ; Marqueterie,\n Dorure'],
      ['shown', 'PHONE'],
      ['shown', 'EMAIL'],
      ['canSponsor', 'on'],
    ),
  );
  expect(values.skills).toEqual(['Ébénisterie', 'Marqueterie', 'Vernis', 'Dorure']);
  expect(values.shown).toEqual(['PHONE']);
  expect(values.canSponsor).toBe(true);
});

it('takes the area from the commune, never from the form', () => {
  const values = readEntry(form(['communeCode', '09122'], ['shownPlace', 'AREA'], ['area', 'Paris']));
  expect(inputOf(values, places)).toMatchObject({ communeCode: '09122', area: 'CA Pays Foix-Varilhes' });
  expect(placeOf(values, places)).toBe('CA Pays Foix-Varilhes');
  expect(inputOf({ ...values, shownPlace: 'COMMUNE' }, places).area).toBeNull();
});

it('takes the code out of a chosen activity, and leaves what is none for the service to say so', () => {
  const code = (nafCode: string) => inputOf(readEntry(form(['nafCode', nafCode])), places).nafCode;
  expect(code('62.01Z Programmation informatique')).toBe('62.01Z');
  expect(code('informatique')).toBe('informatique');
  expect(code('')).toBeNull();
});

it('keeps enough of a text that is far too long to say so, and no more', () => {
  expect(readEntry(form(['presentation', 'x'.repeat(5_000_000)])).presentation).toHaveLength(20_000);
});
