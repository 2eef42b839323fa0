import { expect, it } from 'vitest';
import { SITE_ADDRESS, siteOf } from './site-address.js';

it.each([
  ['https://{host}', ['www.foix.fr', 'accueil.foix.fr'], 'https://accueil.foix.fr'],
  ['https://{host}', [], 'https://foix.localhost'],
  ['http://{host}:3000', ['localhost'], 'http://localhost:3000'],
  ['https://{slug}.ancrage.example', ['accueil.foix.fr'], 'https://foix.ancrage.example'],
])('%s of a territory at %j is %s', (pattern, hosts, address) => {
  expect(pattern).toMatch(SITE_ADDRESS);
  expect(siteOf(pattern, { slug: 'foix', hosts })).toBe(address);
});

it.each(['https://example.fr', 'ftp://{host}', 'https://{host}/site', 'https://{host} '])(
  '%j says no site',
  (pattern) => expect(pattern).not.toMatch(SITE_ADDRESS),
);
