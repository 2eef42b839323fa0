import type { AudiencesQuery, PromotionCampaignRowFragment } from '#lib/graphql/generated/graphql.ts';
import { channelLabel } from '#lib/origin/channel-words.ts';
import { channels } from '#lib/origin/origin.ts';
import { m } from '#lib/paraglide/messages.js';
import type { KeptField, KeptValues, Typed } from '#lib/promotion/kept-form.ts';
import { typedCents } from '#lib/promotion/money.ts';

/** The fields of a campaign; its message is chosen among those for the audiences. */
export const campaignFields = (audiences: AudiencesQuery['audiences']): KeptField[] => [
  { name: 'name', label: m.promotion_name(), kind: 'line', required: true, whole: true },
  {
    name: 'channel',
    label: m.promotion_channel(),
    kind: 'choice',
    options: channels.map((value) => ({ value, label: channelLabel(value) })),
  },
  {
    name: 'audienceId',
    label: m.promotion_audience(),
    kind: 'choice',
    options: [
      { value: '', label: m.promotion_no_audience() },
      ...audiences.map(({ id, name }) => ({ value: id, label: name })),
    ],
  },
  {
    name: 'messageId',
    label: m.promotion_message(),
    kind: 'choice',
    whole: true,
    options: [
      { value: '', label: m.promotion_no_message() },
      ...audiences.flatMap(({ name, messages }) =>
        messages.map(({ id, title }) => ({ value: id, label: `${title} (${name})` })),
      ),
    ],
  },
  { name: 'startsOn', label: m.promotion_starts_on(), kind: 'day', required: true },
  { name: 'endsOn', label: m.promotion_ends_on(), kind: 'day', required: true },
  { name: 'budget', label: m.promotion_budget(), kind: 'money', hint: m.promotion_amount_hint() },
  { name: 'spent', label: m.promotion_spent(), kind: 'money', hint: m.promotion_spent_hint() },
  { name: 'goal', label: m.promotion_goal(), kind: 'long', hint: m.promotion_goal_hint(), whole: true },
];

export const emptyCampaign: KeptValues = {};

export const campaignValues = (campaign: PromotionCampaignRowFragment): KeptValues => ({
  name: campaign.name,
  channel: campaign.channel,
  audienceId: campaign.audienceId ?? '',
  messageId: campaign.messageId ?? '',
  startsOn: campaign.startsOn,
  endsOn: campaign.endsOn,
  budget: typedCents(campaign.budgetCents),
  spent: typedCents(campaign.spentCents),
  goal: campaign.goal ?? '',
});

/** What the API takes. */
export const readCampaign = (typed: Typed) => ({
  name: typed.text('name'),
  channel: typed.one('channel', channels) ?? ('WEB' as const),
  audienceId: typed.id('audienceId'),
  messageId: typed.id('messageId'),
  startsOn: typed.day('startsOn'),
  endsOn: typed.day('endsOn'),
  budgetCents: typed.cents('budget'),
  spentCents: typed.cents('spent'),
  goal: typed.optional('goal', 5000),
});
