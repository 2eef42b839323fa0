import {
  SitemapDocument,
  SitemapSolosDocument,
  type SitemapSolosQuery,
} from '#lib/graphql/generated/graphql.ts';
import { isLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { peoplePage } from '#lib/server/cache.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** Every public page, each with its other languages. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const locales = tenantIn(locals).locales.filter(isLocale);
  const { territory, premises, arrivals } = await locals.gateway.ask(SitemapDocument, {});
  const communes = (territory?.communes ?? []).map(({ code, slug }) => `/communes/${code}-${slug}`);
  const offered = premises.nodes.map(({ id, slug }) => `/locaux/${id}-${slug}`);
  const news = (arrivals?.nodes ?? []).map(({ slug }) => `/actualites/${slug}`);
  const sessions = (territory?.upcomingSessions?.nodes ?? []).map(({ slug }) => `/decouvrir/${slug}`);
  const paths = [
    '/',
    '/carte',
    '/comparer',
    '/locaux',
    '/accueil',
    '/decouvrir',
    ...sessions,
    '/actualites',
    '/donnees',
    '/vitalite',
    '/accessibilite',
    '/confidentialite',
    '/mentions-legales',
    ...communes,
    ...offered,
    '/annuaire',
    ...(await soloPaths(locals.gateway)),
    ...news,
  ];
  const address = (path: string, locale: 'fr' | 'en') => url.origin + localizeHref(path, { locale });
  const entries = paths.flatMap((path) => {
    const versions = locales.map(
      (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(path, locale)}"/>`,
    );
    return locales.map((locale) => `<url><loc>${address(path, locale)}</loc>${versions.join('')}</url>`);
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('')}</urlset>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8', ...peoplePage } });
};

/** A sitemap holds 50,000 addresses at most: enough for the entries of any territory. */
const mostSolos = 20_000;

/** The pages of the published, but for generated ones: nobody looks for them. */
async function soloPaths(gateway: GatewayClient): Promise<string[]> {
  const paths: string[] = [];
  let after: string | null = null;
  do {
    const { solos }: SitemapSolosQuery = await gateway.ask(SitemapSolosDocument, { after });
    paths.push(
      ...(solos?.nodes ?? [])
        .filter(({ demonstration }) => !demonstration)
        .map(({ slug }) => `/annuaire/${encodeURIComponent(slug)}`),
    );
    after = solos?.pageInfo.hasNextPage ? solos.pageInfo.endCursor : null;
  } while (after && paths.length < mostSolos);
  return paths;
}
