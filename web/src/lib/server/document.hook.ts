import { createHash } from 'node:crypto';
import type { Handle } from '@sveltejs/kit/hooks';
import { getLocale } from '#lib/paraglide/runtime.js';
import { houseColours } from '#lib/theme/house.ts';
import { themeRule } from '#lib/theme/tokens.ts';

/** Writes the language and the territory's colours into the document's head; a region has those of nobody. */
export const document: Handle = async ({ event, resolve }) => {
  const { tenant, suspended } = event.locals;
  const rule = themeRule((ofRegion(event.route.id) ? null : (tenant ?? suspended)?.theme) ?? houseColours);
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%ancrage.lang%', getLocale()).replace('%ancrage.theme%', `<style>${rule}</style>`),
  });
  const policy = response.headers.get('content-security-policy');
  // In development Vite inlines styles, which the policy then allows; a hash would forbid them again.
  if (policy && !policy.includes("'unsafe-inline'")) {
    const digest = createHash('sha256').update(rule).digest('base64');
    response.headers.set(
      'content-security-policy',
      policy.replace("style-src 'self'", `style-src 'self' 'sha256-${digest}'`),
    );
  }
  return response;
};

const ofRegion = (route: string | null) => route?.startsWith('/region/') ?? false;
