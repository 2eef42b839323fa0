import type { RequestHandler } from './$types';
import { loader } from './loader.ts';

/** The script that pages elsewhere load; the same for everybody, and small. */
export const GET: RequestHandler = () =>
  new Response(loader, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
    },
  });
