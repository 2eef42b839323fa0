import { expect, it } from 'vitest';
import { type CardFacts, vcardOf } from './vcard.ts';

const facts: CardFacts = {
  displayName: 'Trait de Bruyère',
  activity: 'Graphisme',
  skills: ['Affiche', 'Identité visuelle'],
  presentation: 'Des affiches ; des logos, aussi.\nEt du papier.',
  place: 'Foix',
  languages: ['fr', 'oc'],
  phone: '+33 5 61 00 00 00',
  website: 'https://exemple.fr/é',
  publishedAt: null,
  page: 'https://foix.exemple.fr/annuaire/trait-de-bruyere',
};
const unfolded = (card: string) => card.replaceAll('\r\n ', '').split('\r\n');

it('says what shows, escaped and folded', () => {
  const card = vcardOf(facts);
  expect(unfolded(card)).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    'FN:Trait de Bruyère',
    'ORG:Trait de Bruyère',
    'TITLE:Graphisme',
    'CATEGORIES:Affiche,Identité visuelle',
    'NOTE:Des affiches \\; des logos\\, aussi.\\nEt du papier.',
    'ADR:;;;Foix;;;France',
    'LANG:fr',
    'LANG:oc',
    'TEL;VALUE=uri:tel:+33561000000',
    'URL;TYPE=work:https://exemple.fr/é',
    'URL:https://foix.exemple.fr/annuaire/trait-de-bruyere',
    'SOURCE:https://foix.exemple.fr/annuaire/trait-de-bruyere/carte.vcf',
    'END:VCARD',
    '',
  ]);
});

it('leaves out what does not show', () => {
  const card = vcardOf({
    ...facts,
    phone: null,
    website: null,
    place: null,
    presentation: null,
    skills: [],
    languages: [],
  });
  expect(card).not.toMatch(/TEL|ADR|NOTE|CATEGORIES|LANG|TYPE=work/);
});

it('nothing begins a line of its own', () => {
  const evil = 'x\r\nEMAIL:a@b.c\nEND:VCARD\u000bTEL:1\u0085;,\\';
  const card = vcardOf({
    ...facts,
    displayName: evil,
    activity: evil,
    skills: [evil],
    presentation: evil,
    place: evil,
    languages: [evil],
    website: `https://exemple.fr/${evil}`,
  });
  const names = unfolded(card).map((line) => line.split(/[:;]/)[0]);
  expect(names.filter((name) => name === 'EMAIL')).toEqual([]);
  expect(names.filter((name) => name === 'END')).toHaveLength(1);
});

it('no line is longer than 75 bytes, and no character is cut', () => {
  const card = vcardOf({ ...facts, presentation: 'é漢🏔️'.repeat(200) });
  for (const line of card.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\ufffd');
  }
  expect(unfolded(card).find((line) => line.startsWith('NOTE:'))).toBe(`NOTE:${'é漢🏔️'.repeat(200)}`);
});
