import { loaderOf } from '#lib/embed/loader.ts';
import type { RequestHandler } from './$types';

/** The script that pages elsewhere load to show the sessions; the same for everybody, and small. */
export const GET: RequestHandler = () =>
  new Response(loaderOf('/embarquer/sessions', { fr: 'Sessions découvertes', en: 'Discovery sessions' }), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
    },
  });
