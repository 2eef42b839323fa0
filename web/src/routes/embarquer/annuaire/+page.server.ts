import { directoryFilter, parseDirectorySearch } from '#lib/directory/directory-search.ts';
import { EmbeddedDirectoryDocument } from '#lib/graphql/generated/graphql.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { noSite } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';

/** The directory for a frame in somebody else's page. Nothing of a visitor is read, and no cookie set. */
export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const { tenant } = locals;
  if (!tenant) {
    return noSite(locals);
  }
  const search = parseDirectorySearch(url.searchParams);
  const { solos } = await locals.gateway.ask(EmbeddedDirectoryDocument, {
    search: search.q || null,
    filter: directoryFilter(search),
    after: url.searchParams.get('suite')?.slice(0, 300) || null,
  });
  setHeaders(peoplePage);
  return { search, solos, name: tenant.name, theme: tenant.theme };
};
