import { basemapOf } from '#lib/map/basemap.ts';
import { parseState } from '#lib/map/state.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { noSite } from '#lib/server/failures.ts';
import { loadMapCommunes } from '#lib/server/map-communes.ts';
import { tileSource } from '#lib/server/tile-source.ts';
import { searchElsewhere } from '../../(site)/carte/search.ts';
import type { PageServerLoad } from './$types';

/** The map of a view, for a frame in somebody else's page. Nothing of a person is read, and no cookie set. */
export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const { tenant } = locals;
  if (!tenant) {
    return noSite(locals);
  }
  const state = parseState(url.searchParams);
  const [{ table }, found] = await Promise.all([
    loadMapCommunes(locals.gateway),
    searchElsewhere(locals.gateway, state.q),
  ]);
  setHeaders(peoplePage);
  return {
    state,
    found,
    name: tenant.name,
    theme: tenant.theme,
    bounds: tenant.bounds,
    basemap: basemapOf(tenant),
    tiles: tileSource(tenant),
    table,
  };
};
