import { expect, it } from 'vitest';
import { partsOf, plainText } from './letter-content.js';

it('reads paragraphs, and links with the short line that names them', () => {
  expect(
    partsOf(
      'Bonjour Léa,\n\nUne phrase.\nUne autre.\n\nVotre fiche :\nhttps://foix.fr/a?b=1\n\nhttps://foix.fr/c\n',
    ),
  ).toEqual([
    { kind: 'text', text: 'Bonjour Léa,' },
    { kind: 'text', text: 'Une phrase.\nUne autre.' },
    { kind: 'button', label: 'Votre fiche', href: 'https://foix.fr/a?b=1' },
    { kind: 'button', label: 'https://foix.fr/c', href: 'https://foix.fr/c' },
  ]);
});

it('takes a link within a sentence, or of another kind, for words', () => {
  const text = 'Voyez https://foix.fr ici.\njavascript:alert(1)';
  expect(partsOf(text)).toEqual([{ kind: 'text', text }]);
});

it('keeps a long line before a link as a text', () => {
  const line = `${'Pour envoyer le message, ouvrez cette page et confirmez, dans les vingt-quatre heures'} :`;
  expect(partsOf(`${line}\nhttps://foix.fr/c`)).toEqual([
    { kind: 'text', text: line },
    { kind: 'button', label: 'https://foix.fr/c', href: 'https://foix.fr/c' },
  ]);
});

it('writes each part as plain text, by the rules of the language', () => {
  const parts = [
    { kind: 'text' as const, text: 'Bonjour' },
    {
      kind: 'facts' as const,
      rows: [['Quand', 'samedi'] as [string, string], ['Où', 'à Foix'] as [string, string]],
    },
    { kind: 'button' as const, label: 'Voir', href: 'https://foix.fr' },
  ];
  expect(plainText(parts)).toBe('Bonjour\n\nQuand : samedi\nOù : à Foix\n\nVoir :\nhttps://foix.fr');
  expect(plainText(parts, 'en')).toContain('Quand: samedi');
});
