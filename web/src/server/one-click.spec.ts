import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { admitOneClick } from './one-click.ts';

const page = `/decouvrir/nouvelles/${'aB3_-d'.repeat(10)}abcd`;
const asked = (parts: { method?: string; url?: string; origin?: string }) => {
  const { method = 'POST', url = page, origin } = parts;
  const headers: Record<string, string> = {
    ...{ host: 'foix.exemple.fr', 'x-forwarded-proto': 'https', cookie: 'session=1' },
    ...(origin !== undefined && { origin }),
  };
  admitOneClick({ method, url, headers } as unknown as IncomingMessage);
  return headers;
};

it('admits the post of a mail programme to the page of a signed link, without its cookies', () => {
  for (const url of [page, `/en${page}`]) {
    expect(asked({ url })).toEqual({
      ...{ host: 'foix.exemple.fr', 'x-forwarded-proto': 'https' },
      origin: 'https://foix.exemple.fr',
    });
  }
});

it.each([
  ['another site’s form', { origin: 'https://pirate.example' }],
  ['a form without an origin for another page', { url: '/espace/courrier' }],
  ['a link that is none', { url: '/decouvrir/nouvelles/abc' }],
  ['a page that only begins like it', { url: `${page}/../../espace` }],
  ['reading', { method: 'GET' }],
])('leaves %s to the check', (_what, parts) => {
  const { origin, cookie } = asked(parts);
  expect(origin).toBe('origin' in parts ? parts.origin : undefined);
  expect(cookie).toBe('session=1');
});
