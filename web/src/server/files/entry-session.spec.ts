import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { entrySession } from './entry-session.ts';

const asked = (cookie: string | undefined, path: string) =>
  entrySession({ headers: { cookie } } as IncomingMessage, path);
const own = '/files/directory/entry/photos';

it('gives the session of one’s own entry to its own files', () => {
  expect(asked('a=1; fiche=abc_D-9.x; b=2', own)).toEqual({ 'x-entry-session': 'abc_D-9.x' });
  expect(asked('fiche=a%2Bb', own)).toEqual({ 'x-entry-session': 'a+b' });
});

it.each([
  ['without a session', undefined, own],
  ['with another cookie', 'autre-fiche=abc', own],
  ['for other files', 'fiche=abc', '/files/directory/imports'],
  ['for public files', 'fiche=abc', '/files/public/directory/photos/1.webp'],
])('gives nothing %s', (_when, cookie, path) => expect(asked(cookie, path)).toEqual({}));

it('lets no value become a header of its own', () => {
  expect(asked('fiche=a%0d%0ax-territory:%20b', own)).toEqual({ 'x-entry-session': 'ax-territory:b' });
  expect(asked('fiche=%E0%A4%A', own)).toEqual({ 'x-entry-session': '' });
});
