import type { InvitationState } from '#lib/graphql/generated/graphql.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';

const states: Record<string, InvitationState> = {
  'sans-reponse': 'INVITED',
  ouvertes: 'OPENED',
  repondu: 'ANSWERED',
};

export const invitationShape: ListShape = {
  filters: [{ name: 'etat', values: Object.keys(states) }],
  sorts: ['commune'],
};
export const invitationState = (view: ListState): InvitationState | null =>
  states[filterValue(view, 'etat') ?? ''] ?? null;
