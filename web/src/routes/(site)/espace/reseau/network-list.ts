import type { NetworkFilter, NetworkOrder, NetworkState } from '#lib/graphql/generated/graphql.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';
import { commitments, scales, steps } from '#lib/network/network-words.ts';

export const networkList = 'reseau';

const states: Record<string, NetworkState> = {
  publies: 'PUBLISHED',
  'non-publies': 'HIDDEN',
  archives: 'ARCHIVED',
};

/** What the list of actors can be asked, in the words of its address. */
export const networkShape: ListShape = {
  filters: [
    { name: 'etape', values: steps, many: true },
    { name: 'echelle', values: scales, many: true },
    { name: 'engagement', values: commitments },
    { name: 'etat', values: Object.keys(states) },
    { name: 'attente', values: ['oui'] },
  ],
  sorts: ['nom', '-nom', 'echelle', 'delai', 'demande', 'echeance'],
};

const orders: Record<string, NetworkOrder> = {
  nom: 'NAME_ASC',
  '-nom': 'NAME_DESC',
  echelle: 'SCALE_ASC',
  delai: 'RESPONSE_ASC',
  demande: 'LAST_ASKED_ASC',
  echeance: 'COMMITTED_UNTIL_ASC',
};

const among = <Value extends string>(known: readonly Value[], asked: string[] = []): Value[] =>
  known.filter((value) => asked.includes(value));

/** The same, as the API asks it. */
export function networkVariables(state: ListState): { filter: NetworkFilter; orderBy: NetworkOrder } {
  const shown = states[filterValue(state, 'etat') ?? ''];
  return {
    filter: {
      ...(state.q && { search: state.q }),
      steps: among(steps, state.filters.etape),
      scales: among(scales, state.filters.echelle),
      commitments: among(commitments, state.filters.engagement),
      ...(shown && { states: [shown] }),
      ...(filterValue(state, 'attente') && { waiting: true }),
    },
    orderBy: orders[state.sort] ?? 'NAME_ASC',
  };
}
