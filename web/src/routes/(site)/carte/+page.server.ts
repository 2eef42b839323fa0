import { redirect } from '@sveltejs/kit';
import { parseState, serialiseState } from '#lib/map/state.ts';
import { readWish } from '#lib/map/wish.ts';
import { distinctSources } from '#lib/provenance/provenance.ts';
import { routes } from '#lib/routes.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { loadMapCommunes } from '#lib/server/map-communes.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { tileSource } from '#lib/server/tile-source.ts';
import type { PageServerLoad } from './$types';
import { pageOf } from './list-pages.ts';
import { searchElsewhere } from './search.ts';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const tenant = tenantIn(locals);
  const { tiles, bounds } = tenant;
  const state = parseState(url.searchParams);
  const wish = readWish(state.q);
  if (wish) {
    // What was asked in words becomes criteria, which can be changed one by one and shared.
    redirect(303, routes.map(serialiseState({ ...state, ...wish, q: '' })));
  }
  const [{ table, intercommunalities, sources }, found] = await Promise.all([
    loadMapCommunes(locals.gateway),
    searchElsewhere(locals.gateway, state.q),
  ]);
  setHeaders(peoplePage);
  return {
    state,
    page: pageOf(url.searchParams),
    found,
    bounds,
    tiles: tileSource(tenant),
    table,
    intercommunalities,
    sources: distinctSources([...sources, tiles.source]),
  };
};
