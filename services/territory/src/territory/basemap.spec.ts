import 'reflect-metadata';
import { expect, it } from 'vitest';
import { styleAddressProblem } from './basemap.js';

it.each(['https://cartes.ariege.fr/style.json', 'https://api.exemple.org:8443/maps/topo/style.json?key=abc'])(
  '%s can be a style',
  (address) => {
    expect(styleAddressProblem(address)).toBeNull();
  },
);

it.each([
  ['', 'MISSING'],
  [null, 'MISSING'],
  ['cartes.ariege.fr/style.json', 'NOT_AN_ADDRESS'],
  ['https://moi:secret@cartes.ariege.fr/style.json', 'NOT_AN_ADDRESS'],
  [`https://cartes.ariege.fr/${'a'.repeat(500)}`, 'NOT_AN_ADDRESS'],
  ['http://cartes.ariege.fr/style.json', 'NOT_HTTPS'],
  ['javascript:alert(1)', 'NOT_HTTPS'],
  ['data:application/json,{}', 'NOT_HTTPS'],
  ['https://localhost/style.json', 'NOT_PUBLIC'],
  ['https://127.0.0.1/style.json', 'NOT_PUBLIC'],
  ['https://0x7f.1/style.json', 'NOT_PUBLIC'],
  ['https://2130706433/style.json', 'NOT_PUBLIC'],
  ['https://[::1]/style.json', 'NOT_PUBLIC'],
  ['https://10.0.0.7:9200/', 'NOT_PUBLIC'],
  ['https://serveur/style.json', 'NOT_PUBLIC'],
  ['https://cartes.mairie.local/style.json', 'NOT_PUBLIC'],
  ['https://metadata.internal./style.json', 'NOT_PUBLIC'],
])('%s cannot: %s', (address, problem) => {
  expect(styleAddressProblem(address)).toBe(problem);
});
