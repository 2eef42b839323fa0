import { OneSessionDocument } from '#lib/graphql/generated/graphql.ts';
import { originSearch } from '#lib/origin/origin.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { unknownSession } from '#lib/server/failures.ts';
import { standingOf } from '#lib/sessions/session-standing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const { discoverySession: session } = await locals.gateway.ask(OneSessionDocument, {
    slug: params.slug.slice(0, 100),
  });
  if (!session) {
    return unknownSession();
  }
  setHeaders(peoplePage);
  return {
    session,
    standing: standingOf(session, new Date().toISOString()),
    search: originSearch(url),
  };
};
