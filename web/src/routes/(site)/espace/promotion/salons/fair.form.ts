import type { FairRecordRowFragment } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import type { KeptField, KeptValues, Typed } from '#lib/promotion/kept-form.ts';
import { typedCents } from '#lib/promotion/money.ts';
import { parisClock } from '#lib/promotion/paris-moment.ts';

/** The fields of a fair; its times are those that clocks in Paris show. */
export const fairFields = (campaigns: readonly { id: string; name: string }[]): KeptField[] => [
  { name: 'name', label: m.fairs_name(), kind: 'line', required: true, whole: true },
  { name: 'place', label: m.fairs_place(), kind: 'line', longest: 200, required: true, whole: true },
  { name: 'startsAt', label: m.fairs_starts_at(), kind: 'moment', required: true },
  { name: 'endsAt', label: m.fairs_ends_at(), kind: 'moment', required: true },
  { name: 'summary', label: m.fairs_summary(), kind: 'long', hint: m.fairs_summary_hint(), whole: true },
  {
    name: 'campaignId',
    label: m.promotion_campaign(),
    kind: 'choice',
    options: [
      { value: '', label: m.promotion_no_campaign_chosen() },
      ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
    ],
  },
  { name: 'cost', label: m.fairs_cost(), kind: 'money', hint: m.promotion_amount_hint() },
  { name: 'shown', label: m.fairs_shown(), kind: 'tick', hint: m.fairs_shown_hint(), whole: true },
];

export const fairValues = ({ fair, campaignId, costCents }: FairRecordRowFragment): KeptValues => ({
  name: fair.name,
  place: fair.place,
  startsAt: parisClock(fair.startsAt),
  endsAt: parisClock(fair.endsAt),
  summary: fair.summary ?? '',
  campaignId: campaignId ?? '',
  cost: typedCents(costCents),
  shown: fair.shown ? 'on' : '',
});

/** What the API takes. */
export const readFair = (typed: Typed) => ({
  name: typed.text('name'),
  place: typed.text('place'),
  startsAt: typed.moment('startsAt'),
  endsAt: typed.moment('endsAt'),
  summary: typed.optional('summary', 5000),
  campaignId: typed.id('campaignId'),
  costCents: typed.cents('cost'),
  shown: typed.ticked('shown'),
});
