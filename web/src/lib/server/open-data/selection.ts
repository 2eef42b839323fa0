import { CommuneMapDocument } from '#lib/graphql/generated/graphql.ts';
import { visibleCommunes } from '#lib/map/filter.ts';
import { emptyState, parseState, serialiseState } from '#lib/map/state.ts';
import { notFound } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
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
  const state = { ...parseState(search), figure: emptyState.figure, commune: null };
  const [{ territory }, found] = await Promise.all([
    gateway.ask(CommuneMapDocument, {}),
    searchElsewhere(gateway, state.q),
  ]);
  if (!territory) {
    return notFound();
  }
  const codes = visibleCommunes(territory.communes, state, found).map(({ code }) => code);
  return { filters: serialiseState(state), codes, total: territory.communes.length };
}
