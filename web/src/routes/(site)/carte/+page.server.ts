import { CommuneMapDocument } from '#lib/graphql/generated/graphql.ts';
import { parseState } from '#lib/map/state.ts';
import { distinctSources } from '#lib/provenance/provenance.ts';
import { publicPage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { tileSource } from '#lib/server/tile-source.ts';
import type { PageServerLoad } from './$types';
import { searchElsewhere } from './search.ts';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  const tenant = tenantIn(locals);
  const { tiles, bounds } = tenant;
  const state = parseState(url.searchParams);
  const [{ territory, sample }, found] = await Promise.all([
    locals.gateway.ask(CommuneMapDocument, {}),
    searchElsewhere(locals.gateway, state.q),
  ]);
  if (!territory) {
    return notFound();
  }
  setHeaders(publicPage);
  const [largest] = sample.nodes;
  return {
    state,
    found,
    bounds,
    tiles: tileSource(tenant),
    communes: territory.communes,
    intercommunalities: territory.intercommunalities,
    sources: distinctSources([...(largest?.sources ?? []), largest?.broadband?.source, tiles.source]),
  };
};
