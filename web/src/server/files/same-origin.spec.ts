import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { isOwnWrite } from './same-origin.ts';

const site = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'foix.exemple.fr' };
const from = (headers: Record<string, string>) =>
  isOwnWrite({ headers: { ...site, ...headers } } as unknown as IncomingMessage);

it.each([
  [
    'a page of the site',
    { origin: 'https://foix.exemple.fr', 'sec-fetch-site': 'same-origin', cookie: 's=1' },
  ],
  ['a browser that says less', { origin: 'https://foix.exemple.fr', cookie: 's=1' }],
  ['a program with a token', { authorization: 'Bearer a.b.c' }],
])('%s may write', (_who, headers) => {
  expect(from(headers)).toBe(true);
});

it.each([
  ['another site', { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site', cookie: 's=1' }],
  ["a neighbour's site", { origin: 'https://pau.exemple.fr', 'sec-fetch-site': 'same-site', cookie: 's=1' }],
  ['the same host without its lock', { origin: 'http://foix.exemple.fr', cookie: 's=1' }],
  ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site', cookie: 's=1' }],
  ['an address typed by hand', { 'sec-fetch-site': 'none', cookie: 's=1' }],
  ['a cookie that nothing vouches for', { cookie: 's=1' }],
])('%s may not', (_who, headers) => {
  expect(from(headers)).toBe(false);
});
