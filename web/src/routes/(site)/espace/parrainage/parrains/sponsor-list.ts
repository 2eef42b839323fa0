import type {
  SponsorRecordFilter,
  SponsorRecordOrder,
  SponsorState,
} from '#lib/graphql/generated/graphql.ts';
import type { FilterField } from '#lib/list/list-labels.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { languageName, spokenLanguages, stateWords } from '#lib/sponsors/sponsor-words.ts';

export const sponsorList = 'parrains';

/** Words of addresses. */
const statesByWord: Record<string, SponsorState> = {
  disponibles: 'AVAILABLE',
  complets: 'FULL',
  'en-pause': 'PAUSED',
  partis: 'LEFT',
};

export const sponsorShape: ListShape = {
  filters: [
    { name: 'etat', values: Object.keys(statesByWord), many: true },
    { name: 'commune', values: /^\d[\dAB]\d{3}$/ },
    { name: 'langue', values: spokenLanguages },
  ],
  sorts: ['nom', '-nom', 'places', 'depuis', '-depuis'],
};

const orders: Record<string, SponsorRecordOrder> = {
  nom: 'NAME',
  '-nom': 'NAME_DESC',
  places: 'FREE',
  depuis: 'SINCE',
  '-depuis': 'SINCE_DESC',
};

/** The state of the list as the API asks it. */
export const sponsorVariables = (
  state: ListState,
): { search: string | null; filter: SponsorRecordFilter; orderBy: SponsorRecordOrder } => ({
  search: state.q || null,
  filter: {
    states: (state.filters['etat'] ?? []).flatMap((word) => statesByWord[word] ?? []),
    commune: filterValue(state, 'commune'),
    language: filterValue(state, 'langue'),
  },
  orderBy: orders[state.sort] ?? 'NAME',
});

export const sponsorFilters = (communes: readonly { code: string; name: string }[]): FilterField[] => [
  {
    name: 'etat',
    label: m.sponsors_state(),
    any: m.sponsors_any_state(),
    many: true,
    options: Object.entries(statesByWord).map(([value, state]) => ({ value, label: stateWords[state]() })),
  },
  {
    name: 'commune',
    label: m.sponsors_commune(),
    any: m.sponsors_any_commune(),
    options: communes.map(({ code, name }) => ({ value: code, label: name })),
  },
  {
    name: 'langue',
    label: m.sponsors_language(),
    any: m.sponsors_any_language(),
    options: spokenLanguages.map((value) => ({ value, label: languageName(value) })),
  },
];
