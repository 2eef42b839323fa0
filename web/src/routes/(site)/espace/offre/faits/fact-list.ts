import { statuses } from '#lib/facts/fact.ts';
import { families, familyNamed } from '#lib/facts/families.ts';
import type { FactFilter, FactOrder, PresenceStatus } from '#lib/graphql/generated/graphql.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';

export const factList = 'offre/faits';

/** What the list of facts can be asked, in the words of its address. */
export const factShape: ListShape = {
  filters: [
    { name: 'famille', values: families, many: true },
    { name: 'etat', values: statuses },
    { name: 'montre', values: ['conflits', 'a-renouveler', 'jamais-verifie', 'decides'] },
    { name: 'commune', values: /^[0-9AB]{5}$/ },
  ],
  sorts: ['commune', '-commune', 'type', 'echeance', '-verifie'],
};

const orders: Record<string, FactOrder> = {
  commune: 'COMMUNE_ASC',
  '-commune': 'COMMUNE_DESC',
  type: 'TYPE_ASC',
  echeance: 'EXPIRES_ASC',
  '-verifie': 'VERIFIED_DESC',
};

/** The same, as the API asks it. */
export function factVariables(state: ListState): { filter: FactFilter; orderBy: FactOrder } {
  const chosen = (state.filters.famille ?? []).flatMap((value) => familyNamed(value) ?? []);
  const status = filterValue(state, 'etat') as PresenceStatus | null;
  const shown = filterValue(state, 'montre');
  return {
    filter: {
      ...(state.q && { search: state.q }),
      ...(chosen.length > 0 && { families: chosen }),
      ...(status && { statuses: [status] }),
      ...(filterValue(state, 'commune') && { commune: filterValue(state, 'commune') }),
      ...(shown === 'conflits' && { conflict: true }),
      ...(shown === 'a-renouveler' && { expired: true }),
      ...(shown === 'jamais-verifie' && { unverified: true }),
      ...(shown === 'decides' && { decided: true }),
    },
    orderBy: orders[state.sort] ?? 'COMMUNE_ASC',
  };
}
