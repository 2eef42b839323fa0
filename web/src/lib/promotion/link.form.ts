import { m } from '#lib/paraglide/messages.js';
import type { KeptField, Typed } from './kept-form.ts';

type Choice = { id: string; name: string };

/** The fields of a link. Its code is given once: it is printed. */
export const linkFields = (
  { campaigns, fairs }: { campaigns?: readonly Choice[]; fairs?: readonly Choice[] },
  isNew: boolean,
): KeptField[] => [
  {
    name: 'label',
    label: m.promotion_link_label(),
    kind: 'line',
    hint: m.promotion_link_label_hint(),
    required: true,
  },
  {
    name: 'code',
    label: m.promotion_link_code(),
    kind: 'line',
    hint: isNew ? m.promotion_link_code_hint() : m.promotion_link_code_fixed(),
    longest: 40,
    fixed: !isNew,
  },
  {
    name: 'target',
    label: m.promotion_link_target(),
    kind: 'line',
    hint: m.promotion_link_target_hint(),
    longest: 200,
    required: true,
  },
  ...(campaigns
    ? [choice('campaignId', m.promotion_campaign(), m.promotion_no_campaign_chosen(), campaigns)]
    : []),
  ...(fairs ? [choice('fairId', m.promotion_fair(), m.promotion_no_fair(), fairs)] : []),
];

const choice = (name: string, label: string, none: string, among: readonly Choice[]): KeptField => ({
  name,
  label,
  kind: 'choice',
  options: [{ value: '', label: none }, ...among.map(({ id, name: words }) => ({ value: id, label: words }))],
});

/** What the API takes. */
export const readLink = (typed: Typed) => ({
  label: typed.text('label'),
  code: typed.optional('code', 200),
  target: typed.text('target'),
  campaignId: typed.id('campaignId'),
  fairId: typed.id('fairId'),
});
