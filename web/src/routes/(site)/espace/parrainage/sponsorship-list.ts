import type {
  SponsorshipRecordFilter,
  SponsorshipRecordOrder,
  SponsorshipStatus,
} from '#lib/graphql/generated/graphql.ts';
import type { FilterField } from '#lib/list/list-labels.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { statusWords } from '#lib/sponsors/sponsor-words.ts';

export const sponsorshipList = 'parrainages';

/** Words of addresses. */
const statusesByWord: Record<string, SponsorshipStatus> = {
  proposes: 'PROPOSED',
  acceptes: 'ACCEPTED',
  'en-cours': 'ACTIVE',
  termines: 'ENDED',
  refuses: 'DECLINED',
};

export const sponsorshipShape: ListShape = {
  filters: [
    { name: 'statut', values: Object.keys(statusesByWord), many: true },
    { name: 'echanges', values: ['silence'] },
  ],
  sorts: ['contact', '-contact', 'foyer', 'parrain', '-propose', 'propose'],
};

const orders: Record<string, SponsorshipRecordOrder> = {
  contact: 'LAST_CONTACT',
  '-contact': 'LAST_CONTACT_DESC',
  foyer: 'HOUSEHOLD',
  parrain: 'SPONSOR',
  propose: 'PROPOSED',
  '-propose': 'PROPOSED_DESC',
};

/** The state of the list as the API asks it. */
export function sponsorshipVariables(state: ListState): {
  search: string | null;
  filter: SponsorshipRecordFilter;
  orderBy: SponsorshipRecordOrder;
} {
  return {
    search: state.q || null,
    filter: {
      statuses: (state.filters['statut'] ?? []).flatMap((word) => statusesByWord[word] ?? []),
      overdue: filterValue(state, 'echanges') === 'silence' || null,
    },
    orderBy: orders[state.sort] ?? 'LAST_CONTACT',
  };
}

export const sponsorshipFilters = (): FilterField[] => [
  {
    name: 'statut',
    label: m.sponsorship_status(),
    any: m.sponsorship_any_status(),
    many: true,
    options: Object.entries(statusesByWord).map(([value, status]) => ({
      value,
      label: statusWords[status](),
    })),
  },
  {
    name: 'echanges',
    label: m.sponsorship_overdue(),
    any: m.sponsorship_overdue_any(),
    options: [{ value: 'silence', label: m.sponsorship_overdue_yes() }],
  },
];
