import type {
  InstallationHorizon,
  ProspectActionDue,
  ProspectRecordFilter,
  ProspectRecordOrder,
  ProspectStage,
} from '#lib/graphql/generated/graphql.ts';
import { readBehind } from '#lib/indicators/households-address.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';
import { type Channel, channels } from '#lib/origin/origin.ts';

export const prospectList = 'candidats';

/** Words of addresses. */
export const stagesByWord: Record<string, ProspectStage> = {
  nouveaux: 'NEW',
  qualifies: 'QUALIFIED',
  'en-session': 'IN_SESSION',
  projets: 'PROJECT',
  installes: 'INSTALLED',
  perdus: 'LOST',
};
export const horizonsByWord: Record<string, InstallationHorizon> = {
  court: 'SHORT_TERM',
  moyen: 'MEDIUM_TERM',
  long: 'LONG_TERM',
};
export const dueByWord: Record<string, ProspectActionDue> = {
  retard: 'OVERDUE',
  'aujourd-hui': 'TODAY',
  semaine: 'THIS_WEEK',
  rien: 'NONE',
};
const channelsByWord = new Map(channels.map((channel) => [wordOf(channel), channel]));

/** WORD_OF_MOUTH as an address has it. */
export function wordOf(channel: Channel): string {
  return channel.toLowerCase().replaceAll('_', '-');
}

const id = /^[\w-]{1,64}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What the follow-up can be asked, as a board and as a table: one address, one state. */
export const prospectShape: ListShape = {
  filters: [
    { name: 'etape', values: Object.keys(stagesByWord), many: true },
    { name: 'action', values: Object.keys(dueByWord) },
    { name: 'suivi', values: id },
    { name: 'canal', values: [...channelsByWord.keys()], many: true },
    { name: 'horizon', values: Object.keys(horizonsByWord), many: true },
    { name: 'campagne', values: id },
    { name: 'salon', values: id },
    { name: 'chiffre', values: /^[a-z0-9-]{1,40}(\.[\w-]{1,40}){0,2}$/ },
    { name: 'du', values: day },
    { name: 'au', values: day },
    { name: 'vue', values: ['tableau'] },
  ],
  sorts: ['action', '-action', 'nom', '-nom', 'contact', '-contact', 'arrivee', '-arrivee'],
};

const orders: Record<string, ProspectRecordOrder> = {
  action: 'NEXT_ACTION',
  '-action': 'NEXT_ACTION_DESC',
  nom: 'NAME',
  '-nom': 'NAME_DESC',
  contact: 'LAST_CONTACT',
  '-contact': 'LAST_CONTACT_DESC',
  arrivee: 'FIRST_CONTACT',
  '-arrivee': 'FIRST_CONTACT_DESC',
};

export const isTable = (state: ListState): boolean => filterValue(state, 'vue') !== null;

/** The state shown the other way; a page of the table means nothing to the board. */
export const shownAs = (state: ListState, table: boolean): ListState => ({
  ...state,
  after: null,
  filters: { ...state.filters, vue: table ? ['tableau'] : [] },
});

/** The address of a stage's word, for a link to who stands there. */
export const stageWord = (stage: ProspectStage): string =>
  Object.keys(stagesByWord).find((word) => stagesByWord[word] === stage) ?? '';

/** The same, as the API asks it; `me` is the account of the member who asks. */
export function prospectVariables(
  state: ListState,
  me: string,
): { search: string | null; filter: ProspectRecordFilter; orderBy: ProspectRecordOrder } {
  const all = <Value>(name: string, byWord: (word: string) => Value | undefined) =>
    (state.filters[name] ?? []).flatMap((word) => byWord(word) ?? []);
  const owner = filterValue(state, 'suivi');
  const due = dueByWord[filterValue(state, 'action') ?? ''];
  const [campaign, fair] = [filterValue(state, 'campagne'), filterValue(state, 'salon')];
  const indicator = behindOf(state);
  return {
    search: state.q || null,
    filter: {
      stages: all('etape', (word) => stagesByWord[word]),
      channels: all('canal', (word) => channelsByWord.get(word)),
      horizons: all('horizon', (word) => horizonsByWord[word]),
      ...(owner === 'personne' ? { unowned: true } : owner && { owner: owner === 'moi' ? me : owner }),
      ...(due && { action: due }),
      ...(campaign && { campaign }),
      ...(fair && { fair }),
      ...(indicator && { indicator }),
    },
    orderBy: orders[state.sort] ?? 'NEXT_ACTION',
  };
}

/** The figure of the indicators whose households are listed, with its period. */
function behindOf(state: ListState) {
  const [word, from, to] = ['chiffre', 'du', 'au'].map((name) => filterValue(state, name));
  const days = [from, to].every((each) => each && !Number.isNaN(Date.parse(each)));
  return word && from && to && days ? readBehind(word, { from, to }) : null;
}
