import type { CampaignFilter, CampaignOrder, CampaignTime } from '#lib/graphql/generated/graphql.ts';
import type { ListShape, ListState } from '#lib/list/list-state.ts';
import { channels } from '#lib/origin/origin.ts';

export const campaignList = 'promotion';

const times: Record<string, CampaignTime> = {
  'en-cours': 'RUNNING',
  'a-venir': 'TO_COME',
  terminees: 'OVER',
};
export const timeValues = Object.keys(times);

const orders: Record<string, CampaignOrder> = {
  '-debut': 'STARTS_ON_DESC',
  debut: 'STARTS_ON_ASC',
  nom: 'NAME_ASC',
  cout: 'SPENT_DESC',
  menages: 'PROSPECTS_DESC',
};

/** What the list of campaigns can be asked, in the words of its address. */
export const campaignShape: ListShape = {
  filters: [
    { name: 'canal', values: channels, many: true },
    { name: 'quand', values: timeValues, many: true },
  ],
  sorts: Object.keys(orders),
};

/** The same, as the API asks it. */
export function campaignVariables(state: ListState): { filter: CampaignFilter; orderBy: CampaignOrder } {
  return {
    filter: {
      ...(state.q && { search: state.q }),
      channels: channels.filter((channel) => state.filters['canal']?.includes(channel)),
      times: (state.filters['quand'] ?? []).flatMap((value) => times[value] ?? []),
    },
    orderBy: orders[state.sort] ?? 'STARTS_ON_DESC',
  };
}
