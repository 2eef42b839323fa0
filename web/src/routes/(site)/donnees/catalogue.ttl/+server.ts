import { publicPage } from '#lib/server/cache.ts';
import { readCatalogue } from '#lib/server/open-data/catalogue.reading.ts';
import { prefixes } from '#lib/server/open-data/catalogue.ts';
import { turtleOf } from '#lib/server/open-data/turtle.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** The same catalogue in Turtle. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { catalogue, version } = await readCatalogue(locals.gateway, tenantIn(locals), url.origin);
  return new Response(turtleOf(prefixes, [catalogue]), {
    headers: {
      'content-type': 'text/turtle; charset=utf-8',
      'access-control-allow-origin': '*',
      etag: `W/"${version}"`,
      ...publicPage,
    },
  });
};
