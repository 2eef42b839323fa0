import type { ArrivalFilter, ArrivalStatus } from '#lib/graphql/generated/graphql.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';

export const arrivalList = 'arrivees';

const statuses: Record<string, ArrivalStatus> = {
  brouillons: 'DRAFT',
  'en-ligne': 'PUBLISHED',
  retirees: 'WITHDRAWN',
};
const labels: Record<ArrivalStatus, () => string> = {
  DRAFT: m.arrivals_status_draft,
  PUBLISHED: m.arrivals_status_published,
  WITHDRAWN: m.arrivals_status_withdrawn,
};

/** What the list can be asked; those changed last stand first. */
export const arrivalShape: ListShape = {
  filters: [{ name: 'etat', values: Object.keys(statuses) }],
  sorts: ['modifiee'],
};

export const statusLabel = (status: ArrivalStatus): string => labels[status]();
export const statusOptions = (): { value: string; label: string }[] =>
  Object.entries(statuses).map(([value, status]) => ({ value, label: statusLabel(status) }));

export function arrivalFilter(state: ListState): ArrivalFilter {
  const status = statuses[filterValue(state, 'etat') ?? ''];
  return { ...(state.q && { search: state.q }), ...(status && { statuses: [status] }) };
}
