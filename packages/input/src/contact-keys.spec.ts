import { expect, it } from 'vitest';
import { emailAddress, emailKey, phoneNumber, websiteAddress } from './contact-keys.js';

it('compares addresses without case, blanks and width', () => {
  expect(emailKey(' Camille@Exemple.FR ')).toBe('camille@exemple.fr');
  expect(emailKey('ｃamille@exemple.fr')).toBe('camille@exemple.fr');
});

it.each(['camille@exemple.fr', 'a+b@x.example.org'])('writes to %s', (text) => {
  expect(emailAddress(` ${text} `)).toBe(text);
});

it.each([
  '',
  'camille',
  'a@b',
  'a@b..fr',
  'a@b.fr\nbcc: c@d.fr',
  'a@b.fr, c@d.fr',
  `${'a'.repeat(300)}@b.fr`,
])('does not write to %j', (text) => {
  expect(emailAddress(text)).toBeNull();
});

it.each([
  ['05 61 02 03 04', '+33561020304'],
  ['+33 (0)5.61.02.03.04', '+33561020304'],
  ['+34 912 345 678', '+34912345678'],
])('reads %s', (text, number) => {
  expect(phoneNumber(text)).toBe(number);
});

it.each(['', '12', 'appelez-moi', '0'.repeat(41)])('reads no number in %j', (text) => {
  expect(phoneNumber(text)).toBeNull();
});

it.each([
  ['https://atelier.example/page', 'https://atelier.example/page'],
  ['atelier.example', 'https://atelier.example/'],
])('links to %s', (text, address) => {
  expect(websiteAddress(text)).toBe(address);
});

it.each([
  'javascript:alert(1)',
  'http://atelier.example',
  'https://moi:secret@atelier.example',
  'https://localhost',
  'https://127.0.0.1/',
  `https://a.example/${'x'.repeat(300)}`,
])('does not link to %s', (text) => {
  expect(websiteAddress(text)).toBeNull();
});
