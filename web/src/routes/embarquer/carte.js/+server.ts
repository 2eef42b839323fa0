import { loaderOf } from '#lib/embed/loader.ts';
import type { RequestHandler } from './$types';

/** The script that pages elsewhere load; the same for everybody, and small. */
export const GET: RequestHandler = () =>
  new Response(loaderOf('/embarquer/carte', { fr: 'Carte des communes', en: 'Map of the communes' }), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
    },
  });
