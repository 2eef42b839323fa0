import { publicPage } from '#lib/server/cache.ts';
import { readCatalogue } from '#lib/server/open-data/catalogue.reading.ts';
import { prefixes } from '#lib/server/open-data/catalogue.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** The catalogue of open data, DCAT-AP 3 in JSON-LD: what harvesters of data portals read. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { catalogue, version } = await readCatalogue(locals.gateway, tenantIn(locals), url.origin);
  return new Response(JSON.stringify({ '@context': prefixes, ...catalogue }, null, 2), {
    headers: {
      'content-type': 'application/ld+json',
      'access-control-allow-origin': '*',
      etag: `W/"${version}"`,
      ...publicPage,
    },
  });
};
