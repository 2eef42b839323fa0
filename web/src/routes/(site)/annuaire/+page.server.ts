import { directoryFilter, parseDirectorySearch } from '#lib/directory/directory-search.ts';
import { DirectoryPageDocument, DirectorySuggestionsDocument } from '#lib/graphql/generated/graphql.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { tileSource } from '#lib/server/tile-source.ts';
import type { PageServerLoad } from './$types';
import { facetsOf } from './facets.ts';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const tenant = tenantIn(locals);
  const search = parseDirectorySearch(url.searchParams);
  const after = url.searchParams.get('suite')?.slice(0, 300) || null;
  const { territory, solos } = await locals.gateway.ask(DirectoryPageDocument, {
    search: search.q || null,
    filter: directoryFilter(search),
    after,
  });
  if (!territory) {
    return notFound();
  }
  // Nobody found: what is spelt most like it may help.
  const near =
    solos?.totalCount === 0 && search.q
      ? (await locals.gateway.ask(DirectorySuggestionsDocument, { search: search.q })).directorySuggestions
      : [];
  setHeaders(peoplePage);
  return {
    search,
    after,
    solos,
    facets: facetsOf(solos?.facets ?? [], territory.communes, search),
    communes: territory.communes,
    near: near ?? [],
    bounds: tenant.bounds,
    tiles: tileSource(tenant),
  };
};
