import { expect, it } from 'vitest';
import { cleanLine, cleanText, isLookalike } from './clean-text.js';

it('keeps what people write, markup included: pages show it as text', () => {
  const written = 'Élise & fils — <b>menuiserie</b>\n\nSur mesure, l’été : 10 €/m² 🌲';
  expect(cleanText(written)).toBe(written);
});

it('composes letters and gives lines one kind of end', () => {
  expect(cleanText('E\u0301lise\r\nRoux\u2028Foix')).toBe('Élise\nRoux\nFoix');
});

it.each([
  ['turns the writing around', 'moc.live\u202egnp.exe', 'moc.livegnp.exe'],
  ['has no width', 'A\u200btel\u2060ier\ufeff', 'Atelier'],
  ['controls terminals', 'A\u0000te\u001b[31mlier', 'Ate[31mlier'],
  ['is a blank that is none', 'Ate\u3164lier\u2800', 'Atelier'],
  ['covers the lines around', `Z${'\u0335\u0336\u0337'.repeat(20)}`, 'Z\u0335\u0336'],
])('takes out what %s', (_, written, kept) => {
  expect(cleanLine(written)).toBe(kept);
});

it('writes dressed letters as letters, in one line', () => {
  expect(cleanLine('𝐀𝐭𝐞𝐥𝐢𝐞𝐫   Ｐｉｃ\n 2')).toBe('Atelier Pic 2');
});

it.each(['Аtelier Roux', 'Atelier Rοux', 'Atelier Roux Ꭺ', 'РОСА'])('takes %s for a look-alike', (name) => {
  expect(isLookalike(name)).toBe(true);
});

it.each(['Atelier Roux', 'Œuvre & Cie 2', 'Ελένη Δημητρίου', 'Мария Иванова', 'ورشة', '3D', ''])(
  'takes %s for a name',
  (name) => {
    expect(isLookalike(name)).toBe(false);
  },
);
