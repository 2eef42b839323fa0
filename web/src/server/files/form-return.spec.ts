import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { formReturn, pageAfter } from './form-return.ts';

const html = 'text/html,application/xhtml+xml,*/*;q=0.8';
const asked = (next: string, accept = html) => {
  const url = new URL('http://site/files/imports?kind=a&back=/espace/offre/imports');
  url.searchParams.set('next', next);
  const found = formReturn({ method: 'POST', headers: { accept } } as unknown as IncomingMessage, url);
  return { found, rest: url.search };
};

it('a form comes back to a page of the site, and the service hears nothing of it', () => {
  expect(asked('/en/espace/offre/imports/{id}')).toEqual({
    found: { next: '/en/espace/offre/imports/{id}', back: '/espace/offre/imports' },
    rest: '?kind=a',
  });
});

it('a household that sent a document is told so on its page, and nothing else', () => {
  const own = `/mon-projet/${'a'.repeat(64)}`;
  expect(asked(`${own}?fait=document`).found?.next).toBe(`${own}?fait=document`);
  expect(asked(`${own}?fait=autre`).found).toBeNull();
});

it('a program gets the answer itself', () => {
  expect(asked('/espace/offre/imports/{id}', 'application/json').found).toBeNull();
});

it.each([
  '//ailleurs.example',
  'https://ailleurs.example/espace',
  '/espace/../auth',
  '/espace?a=1',
  '/carte',
])('nobody is sent to %s', (next) => {
  expect(asked(next).found).toBeNull();
});

it('the page after tells what was made, or why nothing was', () => {
  const form = { next: '/espace/a/{id}', back: '/espace/a' };
  expect(pageAfter(form, 201, '{"id":"12"}')).toBe('/espace/a/12');
  const refused = JSON.stringify({ errors: [{ extensions: { code: 'BAD_INPUT', problem: 'FILE_SIZE' } }] });
  expect(pageAfter(form, 413, refused)).toBe('/espace/a?refus=FILE_SIZE');
  expect(pageAfter(form, 503, '<h1>broken</h1>')).toBe('/espace/a?refus=503');
});
