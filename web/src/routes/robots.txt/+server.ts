import { publicPage } from '#lib/server/cache.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) => {
  const rules = locals.tenant
    ? [
        'Allow: /',
        'Disallow: /espace',
        'Disallow: /en/espace',
        'Disallow: /auth/',
        // Files by filters: there are as many as filters, and all rows are in the files without.
        'Disallow: /donnees/*?',
        `\nSitemap: ${url.origin}/sitemap.xml`,
      ]
    : ['Disallow: /'];
  return new Response(`User-agent: *\n${rules.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', ...publicPage },
  });
};
