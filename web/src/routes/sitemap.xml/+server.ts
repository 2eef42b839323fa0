import { SitemapDocument } from '#lib/graphql/generated/graphql.ts';
import { isLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { publicPage } from '#lib/server/cache.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** Every public page, each with its other languages. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const locales = tenantIn(locals).locales.filter(isLocale);
  const { territory, premises } = await locals.gateway.ask(SitemapDocument, {});
  const communes = (territory?.communes ?? []).map(({ code, slug }) => `/communes/${code}-${slug}`);
  const offered = premises.nodes.map(({ id, slug }) => `/locaux/${id}-${slug}`);
  const paths = [
    '/',
    '/carte',
    '/comparer',
    '/locaux',
    '/donnees',
    '/vitalite',
    '/accessibilite',
    '/confidentialite',
    '/mentions-legales',
    ...communes,
    ...offered,
  ];
  const address = (path: string, locale: 'fr' | 'en') => url.origin + localizeHref(path, { locale });
  const entries = paths.flatMap((path) => {
    const versions = locales.map(
      (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(path, locale)}"/>`,
    );
    return locales.map((locale) => `<url><loc>${address(path, locale)}</loc>${versions.join('')}</url>`);
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('')}</urlset>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8', ...publicPage } });
};
