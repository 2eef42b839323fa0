import type {
  InstallationBoardPlace,
  InstallationFilter,
  InstallationHorizon,
  InstallationOrder,
  InstallationStatus,
} from '#lib/graphql/generated/graphql.ts';
import { placeWords, statusWords } from '#lib/installations/installation-words.ts';
import type { FilterField } from '#lib/list/list-labels.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { horizonWords } from '#lib/prospects/prospect-words.ts';

export const installationList = 'installations';

/** Words of addresses. */
const statuses: Record<string, InstallationStatus> = {
  projet: 'PLANNED',
  installe: 'EFFECTIVE',
  abandonne: 'ABANDONED',
};
const horizons: Record<string, InstallationHorizon> = {
  court: 'SHORT_TERM',
  moyen: 'MEDIUM_TERM',
  long: 'LONG_TERM',
};
export const placesByWord: Record<string, InstallationBoardPlace> = {
  decision: 'DECISION',
  preparation: 'PREPARATION',
  arrivee: 'ARRIVAL',
  reperes: 'SETTLING',
  installes: 'SETTLED',
  abandonnes: 'ABANDONED',
};
const id = /^[\w-]{1,64}$/;

/** What the cases can be asked, as a board and as a table: one address, one state. */
export const installationShape: ListShape = {
  filters: [
    { name: 'urgence', values: ['retard'] },
    { name: 'qui', values: id },
    { name: 'etat', values: Object.keys(statuses), many: true },
    { name: 'phase', values: Object.keys(placesByWord), many: true },
    { name: 'horizon', values: Object.keys(horizons), many: true },
    { name: 'vue', values: ['tableau'] },
  ],
  sorts: ['urgence', '-urgence', 'nom', '-nom', 'arrivee', '-arrivee', 'ouverture', '-ouverture'],
};

const orders: Record<string, InstallationOrder> = {
  urgence: 'URGENCY',
  '-urgence': 'URGENCY_DESC',
  nom: 'NAME',
  '-nom': 'NAME_DESC',
  arrivee: 'ARRIVAL',
  '-arrivee': 'ARRIVAL_DESC',
  ouverture: 'PLANNED',
  '-ouverture': 'PLANNED_DESC',
};

export const isTable = (state: ListState): boolean => filterValue(state, 'vue') !== null;

/** The state shown the other way; a page of the table means nothing to the board. */
export const shownAs = (state: ListState, table: boolean): ListState => ({
  ...state,
  after: null,
  filters: { ...state.filters, vue: table ? ['tableau'] : [] },
});

/** The word of a place in an address. */
export const placeWord = (place: InstallationBoardPlace): string =>
  Object.keys(placesByWord).find((word) => placesByWord[word] === place) ?? '';

/** The same, as the API asks it; `me` is the account of the member who asks. */
export function installationVariables(
  state: ListState,
  me: string,
): { search: string | null; filter: InstallationFilter; orderBy: InstallationOrder } {
  const all = <Value>(name: string, byWord: Record<string, Value>) =>
    (state.filters[name] ?? []).flatMap((word) => byWord[word] ?? []);
  const member = filterValue(state, 'qui');
  return {
    search: state.q || null,
    filter: {
      statuses: all('etat', statuses),
      places: all('phase', placesByWord),
      horizons: all('horizon', horizons),
      ...(member && { member: member === 'moi' ? me : member }),
      ...(filterValue(state, 'urgence') && { overdue: true }),
    },
    orderBy: orders[state.sort] ?? 'URGENCY',
  };
}

/** The filters of the cases as their form shows them. */
export const filterFields = (colleagues: readonly { id: string; name: string }[]): FilterField[] => [
  {
    name: 'urgence',
    label: m.installations_urgency(),
    any: m.installations_any_urgency(),
    options: [{ value: 'retard', label: m.installations_overdue_only() }],
  },
  {
    name: 'qui',
    label: m.installations_whose(),
    any: m.installations_any_member(),
    options: [
      { value: 'moi', label: m.installations_mine() },
      ...colleagues.map((colleague) => ({ value: colleague.id, label: colleague.name })),
    ],
  },
  {
    name: 'etat',
    label: m.installation_status(),
    any: m.installations_any_status(),
    many: true,
    options: Object.entries(statuses).map(([value, status]) => ({ value, label: statusWords[status]() })),
  },
  {
    name: 'phase',
    label: m.installation_place(),
    any: m.installations_any_place(),
    many: true,
    options: Object.entries(placesByWord).map(([value, place]) => ({ value, label: placeWords[place]() })),
  },
  {
    name: 'horizon',
    label: m.installation_horizon(),
    any: m.installations_any_horizon(),
    many: true,
    options: Object.entries(horizons).map(([value, horizon]) => ({ value, label: horizonWords[horizon]() })),
  },
];
