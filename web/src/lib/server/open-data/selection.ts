import { unpackCommunes } from '#lib/map/commune-table.ts';
import { visibleCommunes } from '#lib/map/filter.ts';
import { emptyState, parseState, serialiseState } from '#lib/map/state.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { loadMapCommunes } from '#lib/server/map-communes.ts';
import { searchElsewhere } from '../../../routes/(site)/carte/search.ts';

/** The communes that a view of the map shows, in its order. */
export type Selection = {
  /** The view's address, without what only changes its look; empty when nothing is filtered. */
  filters: string;
  codes: string[];
  total: number;
};

/** Reads the parameters of the map and finds the communes its list would show. */
export async function selectionOf(gateway: GatewayClient, search: URLSearchParams): Promise<Selection> {
  const view = parseState(search);
  const { figure, commune, compared, places, profile } = emptyState;
  // A ranking orders communes and leaves none out: a file has no use for it.
  const sort = view.sort === 'profil' ? emptyState.sort : view.sort;
  const state = { ...view, figure, commune, compared, places, profile, sort };
  const [{ table }, found] = await Promise.all([loadMapCommunes(gateway), searchElsewhere(gateway, state.q)]);
  const communes = unpackCommunes(table);
  const codes = visibleCommunes(communes, state, found).map(({ code }) => code);
  return { filters: serialiseState(state), codes, total: communes.length };
}
