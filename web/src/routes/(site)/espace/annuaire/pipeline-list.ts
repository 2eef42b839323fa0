import type { SoloRecordFilter, SoloRecordOrder, SoloStatus } from '#lib/graphql/generated/graphql.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';

export const pipelineList = 'annuaire';

export const stages: Record<string, SoloStatus> = {
  reperes: 'IDENTIFIED',
  contactes: 'CONTACTED',
  accord: 'CONSENTED',
  publies: 'PUBLISHED',
  refus: 'REFUSED',
  retires: 'WITHDRAWN',
};

/** What the pipeline can be asked, as a board and as a table: one address, one state. */
export const pipelineShape: ListShape = {
  filters: [
    { name: 'etape', values: Object.keys(stages), many: true },
    { name: 'source', values: /^[^,]{1,200}$/ },
    { name: 'commune', values: /^[0-9AB]{5}$/ },
    { name: 'montre', values: ['a-informer'] },
    { name: 'vue', values: ['tableau'] },
  ],
  sorts: ['nom', '-nom', 'repere', '-repere', 'depuis', '-depuis'],
};

const orders: Record<string, SoloRecordOrder> = {
  nom: 'NAME',
  '-nom': 'NAME_DESC',
  repere: 'IDENTIFIED',
  '-repere': 'IDENTIFIED_DESC',
  depuis: 'STANDING',
  '-depuis': 'STANDING_DESC',
};

export const isTable = (state: ListState): boolean => filterValue(state, 'vue') !== null;

/** The state shown the other way; a page of the table means nothing to the board. */
export const shownAs = (state: ListState, table: boolean): ListState => ({
  ...state,
  after: null,
  filters: { ...state.filters, vue: table ? ['tableau'] : [] },
});

/** The address of a stage's word, for a link to who stands there. */
export const stageWord = (status: SoloStatus): string =>
  Object.keys(stages).find((word) => stages[word] === status) ?? '';

/** The same, as the API asks it. */
export function pipelineVariables(state: ListState): {
  search: string | null;
  filter: SoloRecordFilter;
  orderBy: SoloRecordOrder;
} {
  const source = filterValue(state, 'source');
  const statuses = (state.filters.etape ?? []).flatMap((word) => stages[word] ?? []);
  return {
    search: state.q || null,
    filter: {
      ...(statuses.length > 0 && { statuses }),
      ...(source && { sources: [source] }),
      ...(filterValue(state, 'commune') && { commune: filterValue(state, 'commune') }),
      ...(filterValue(state, 'montre') === 'a-informer' && { toInform: true }),
    },
    orderBy: orders[state.sort] ?? 'NAME',
  };
}
