import { NewsFeedDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { routes } from '#lib/routes.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { unavailable } from '#lib/server/failures.ts';
import { atomOf } from '#lib/server/news/atom.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** The arrivals as a feed to subscribe to (Atom, RFC 4287): the fifty latest. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { name } = tenantIn(locals);
  const { arrivals } = await locals.gateway.ask(NewsFeedDocument, {});
  if (!arrivals) {
    return unavailable();
  }
  const xml = atomOf({
    address: url.origin + routes.newsFeed(),
    page: url.origin + routes.news(),
    title: `${name} · ${m.news_feed_title()}`,
    subtitle: m.news_intro(),
    author: name,
    locale: getLocale(),
    since: '2026-01-01T00:00:00Z',
    entries: arrivals.nodes.flatMap(({ slug, title, summary, paragraphs, publishedAt, updatedAt }) =>
      publishedAt
        ? [{ address: url.origin + routes.arrival(slug), title, summary, paragraphs, publishedAt, updatedAt }]
        : [],
    ),
  });
  return new Response(xml, {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'access-control-allow-origin': '*',
      ...peoplePage,
    },
  });
};
