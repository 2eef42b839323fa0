import { createHash } from 'node:crypto';
import type { Handle } from '@sveltejs/kit/hooks';
import { getLocale } from '#lib/paraglide/runtime.js';
import { houseColours } from '#lib/theme/house.ts';
import { themeRule } from '#lib/theme/tokens.ts';

/** Writes the language and the territory's colours into the document's head. */
export const document: Handle = async ({ event, resolve }) => {
  const rule = themeRule(event.locals.tenant?.theme ?? houseColours);
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%ancrage.lang%', getLocale()).replace('%ancrage.theme%', `<style>${rule}</style>`),
  });
  const policy = response.headers.get('content-security-policy');
  if (policy) {
    const digest = createHash('sha256').update(rule).digest('base64');
    response.headers.set(
      'content-security-policy',
      policy.replace("style-src 'self'", `style-src 'self' 'sha256-${digest}'`),
    );
  }
  return response;
};
