import { m } from '#lib/paraglide/messages.js';
import type { KeptField, Typed } from '#lib/promotion/kept-form.ts';

export const audienceFields = (): KeptField[] => [
  { name: 'name', label: m.promotion_audience_name(), kind: 'line', required: true, whole: true },
  {
    name: 'description',
    label: m.promotion_audience_description(),
    kind: 'long',
    hint: m.promotion_audience_description_hint(),
    whole: true,
  },
];

/** The fields of a message; whom it is for goes with it unseen. */
export const messageFields = (): KeptField[] => [
  { name: 'title', label: m.promotion_message_title(), kind: 'line', required: true, whole: true },
  {
    name: 'body',
    label: m.promotion_message_body(),
    kind: 'long',
    longest: 3000,
    required: true,
    whole: true,
  },
];

/** What the API takes. */
export const readAudience = (typed: Typed) => ({
  name: typed.text('name'),
  description: typed.optional('description', 5000),
});

export const readMessage = (typed: Typed) => ({
  title: typed.text('title'),
  body: typed.text('body', 10_000),
  audienceId: typed.id('audienceId') ?? '',
});
