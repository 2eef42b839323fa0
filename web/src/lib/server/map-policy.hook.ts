import type { Handle } from '@sveltejs/kit/hooks';
import { basemapOf, hasMap } from '#lib/map/basemap.ts';

/** Lets pages with a map ask the origin of the territory's basemap, and no other; every other page asks this site alone. */
export const mapPolicy: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const { tenant } = event.locals;
  const basemap = tenant && hasMap(event.route.id) ? basemapOf(tenant) : null;
  const policy = response.headers.get('content-security-policy');
  if (basemap && policy) {
    const { origin } = new URL(basemap.style);
    response.headers.set('content-security-policy', opened(policy, origin));
  }
  return response;
};

/** Tiles, letters and signs are fetched; pictures that a style draws with may be shown from there too. */
const opened = (policy: string, origin: string) =>
  policy
    .replace("connect-src 'self'", `connect-src 'self' ${origin}`)
    .replace("img-src 'self'", `img-src 'self' ${origin}`);
