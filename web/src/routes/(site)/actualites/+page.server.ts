import { NewsDocument } from '#lib/graphql/generated/graphql.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { unavailable } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';

const pageLength = 12;

export const load: PageServerLoad = async ({ locals, setHeaders, url }) => {
  const after = url.searchParams.get('suite')?.slice(0, 200) || null;
  const { arrivals } = await locals.gateway.ask(NewsDocument, { first: pageLength, after });
  if (!arrivals) {
    return unavailable();
  }
  setHeaders(peoplePage);
  return { arrivals, isFirst: after === null };
};
