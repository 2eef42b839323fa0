import type {
  SessionFilter,
  SessionOrder,
  SessionRowFragment,
  SessionStatus,
} from '#lib/graphql/generated/graphql.ts';
import type { FilterField } from '#lib/list/list-labels.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';

/** The name under which views of this list are saved. */
export const sessionList = 'sessions';

const statuses: Record<string, SessionStatus> = {
  brouillons: 'DRAFT',
  ouvertes: 'PUBLISHED',
  closes: 'CLOSED',
  annulees: 'CANCELLED',
};
const labels: Record<SessionStatus, () => string> = {
  DRAFT: m.sessions_state_draft,
  PUBLISHED: m.sessions_state_published,
  CLOSED: m.sessions_state_closed,
  CANCELLED: m.sessions_state_cancelled,
};
const orders: Record<string, SessionOrder> = {
  '-date': 'STARTS_DESC',
  date: 'STARTS',
  titre: 'TITLE',
  '-titre': 'TITLE_DESC',
  places: 'SEATS_LEFT',
  '-places': 'SEATS_LEFT_DESC',
  attente: 'WAITING',
  '-attente': 'WAITING_DESC',
};

/** What the list can be asked; those furthest ahead stand first. */
export const sessionShape: ListShape = {
  filters: [
    { name: 'periode', values: ['a-venir', 'passees'] },
    { name: 'etat', values: Object.keys(statuses), many: true },
    { name: 'format', values: ['journees', 'week-ends'] },
    { name: 'attente', values: ['oui'] },
  ],
  sorts: Object.keys(orders),
};

export const filterFields = (): FilterField[] => [
  {
    name: 'periode',
    label: m.sessions_filter_period(),
    any: m.sessions_any_period(),
    options: [
      { value: 'a-venir', label: m.sessions_period_upcoming() },
      { value: 'passees', label: m.sessions_period_past() },
    ],
  },
  {
    name: 'etat',
    label: m.sessions_filter_state(),
    any: m.sessions_any_state(),
    options: Object.entries(statuses).map(([value, status]) => ({ value, label: labels[status]() })),
    many: true,
  },
  {
    name: 'format',
    label: m.sessions_filter_format(),
    any: m.sessions_any_format(),
    options: [
      { value: 'journees', label: m.session_day() },
      { value: 'week-ends', label: m.session_weekend() },
    ],
  },
  {
    name: 'attente',
    label: m.sessions_filter_waiting(),
    any: m.sessions_any_waiting(),
    options: [{ value: 'oui', label: m.sessions_with_waiting() }],
  },
];

/** How a session stands, in one word; one that is over is over, whatever its state. */
export function stateWord({
  status,
  endsAt,
}: Pick<SessionRowFragment['session'], 'status' | 'endsAt'>): string {
  const over = Date.parse(endsAt) <= Date.now() && (status === 'PUBLISHED' || status === 'CLOSED');
  return over ? m.sessions_state_past() : labels[status]();
}

/** What the API is asked for a view of the list. */
export function sessionVariables(state: ListState): { filter: SessionFilter; orderBy: SessionOrder } {
  const period = filterValue(state, 'periode');
  const format = filterValue(state, 'format');
  const chosen = (state.filters['etat'] ?? []).flatMap((name) => statuses[name] ?? []);
  return {
    filter: {
      ...(state.q && { search: state.q }),
      ...(period && { period: period === 'passees' ? ('PAST' as const) : ('UPCOMING' as const) }),
      ...(chosen.length > 0 && { statuses: chosen }),
      ...(format && { format: format === 'journees' ? ('DAY' as const) : ('WEEKEND' as const) }),
      ...(filterValue(state, 'attente') && { waiting: true }),
    },
    orderBy: orders[state.sort] ?? 'STARTS_DESC',
  };
}
