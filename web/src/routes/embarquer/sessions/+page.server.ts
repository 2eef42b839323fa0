import { EmbeddedSessionsDocument } from '#lib/graphql/generated/graphql.ts';
import { originSearch } from '#lib/origin/origin.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { noSite } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';

const most = 12;

/**
 * The next sessions for a frame in somebody else's page. Nothing of a visitor is read, and no cookie set; the code of the
 * promotion that the frame was made with (`data-o`) goes on with its links.
 */
export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const { tenant } = locals;
  if (!tenant) {
    return noSite(locals);
  }
  const { territory } = await locals.gateway.ask(EmbeddedSessionsDocument, { first: most });
  setHeaders(peoplePage);
  return {
    sessions: territory?.upcomingSessions?.nodes ?? null,
    name: tenant.name,
    site: { slug: tenant.slug },
    search: originSearch(url),
  };
};
