import { PremisesSearchDocument } from '#lib/graphql/generated/graphql.ts';
import { publicPage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';
import { filterOf, parseSearch } from './premises.search.ts';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const search = parseSearch(url.searchParams);
  const { territory, premises } = await locals.gateway.ask(PremisesSearchDocument, {
    filter: filterOf(search),
    after: url.searchParams.get('suite')?.slice(0, 200) || null,
  });
  if (!territory) {
    return notFound();
  }
  setHeaders(publicPage);
  return { search, premises, communes: territory.communes };
};
