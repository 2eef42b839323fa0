import { formatDay } from '#lib/format/dates.ts';
import type { FilterField } from '#lib/list/list-labels.ts';
import type { ListState } from '#lib/list/list-state.ts';
import { channelLabel } from '#lib/origin/channel-words.ts';
import { channels } from '#lib/origin/origin.ts';
import { m } from '#lib/paraglide/messages.js';
import { horizonWords, stageWords } from '#lib/prospects/prospect-words.ts';
import { horizonsByWord, stagesByWord, wordOf } from './prospect-list.ts';

/** A figure of the indicators is chosen where it is read; here its period shows, and can be let go. */
const behindFigure = ({ filters }: ListState): FilterField[] =>
  (
    [
      ['chiffre', m.indicators_title(), () => m.indicators_behind()],
      ['du', m.indicators_from(), formatDay],
      ['au', m.indicators_to(), formatDay],
    ] as const
  ).flatMap(([name, label, words]) =>
    (filters[name] ?? [])
      .filter((value) => name === 'chiffre' || !Number.isNaN(Date.parse(value)))
      .map((value) => ({ name, label, any: m.indicators_any(), options: [{ value, label: words(value) }] })),
  );

/** A campaign or a fair is chosen where it is described; here it shows, and can be let go. */
const cameBy = ({ filters }: ListState, name: string, label: string, any: string): FilterField[] =>
  (filters[name] ?? []).map((value) => ({
    name,
    label,
    any,
    options: [{ value, label: m.prospects_came_by_chosen() }],
  }));

/** The filters of the follow-up as its form shows them. */
export const filterFields = (
  colleagues: readonly { id: string; name: string }[],
  view: ListState,
): FilterField[] => [
  ...behindFigure(view),
  ...cameBy(view, 'campagne', m.prospects_campaign(), m.prospects_any_campaign()),
  ...cameBy(view, 'salon', m.prospects_fair(), m.prospects_any_fair()),
  {
    name: 'action',
    label: m.prospect_next_action(),
    any: m.prospects_any_action(),
    options: [
      { value: 'retard', label: m.prospects_action_overdue() },
      { value: 'aujourd-hui', label: m.prospects_action_today() },
      { value: 'semaine', label: m.prospects_action_week() },
      { value: 'rien', label: m.prospects_action_none() },
    ],
  },
  {
    name: 'etape',
    label: m.prospect_stage(),
    any: m.prospects_any_stage(),
    many: true,
    options: Object.entries(stagesByWord).map(([value, stage]) => ({ value, label: stageWords[stage]() })),
  },
  {
    name: 'suivi',
    label: m.prospect_owner(),
    any: m.prospects_any_owner(),
    options: [
      { value: 'moi', label: m.prospects_owner_me() },
      { value: 'personne', label: m.prospects_owner_nobody() },
      ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
    ],
  },
  {
    name: 'canal',
    label: m.prospect_channel(),
    any: m.prospects_any_channel(),
    many: true,
    options: channels.map((channel) => ({ value: wordOf(channel), label: channelLabel(channel) })),
  },
  {
    name: 'horizon',
    label: m.prospect_form_horizon(),
    any: m.prospects_any_horizon(),
    many: true,
    options: Object.entries(horizonsByWord).map(([value, horizon]) => ({
      value,
      label: horizonWords[horizon](),
    })),
  },
];
