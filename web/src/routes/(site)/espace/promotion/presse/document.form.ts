import { m } from '#lib/paraglide/messages.js';
import type { KeptField, Typed } from '#lib/promotion/kept-form.ts';

export const documentFields = (): KeptField[] => [
  { name: 'title', label: m.promotion_document_title(), kind: 'line', required: true, whole: true },
  {
    name: 'summary',
    label: m.promotion_document_summary(),
    kind: 'long',
    longest: 500,
    hint: m.promotion_document_summary_hint(),
    whole: true,
  },
  { name: 'datedOn', label: m.promotion_document_date(), kind: 'day', required: true },
  {
    name: 'shown',
    label: m.promotion_document_shown(),
    kind: 'tick',
    hint: m.promotion_document_shown_hint(),
    whole: true,
  },
];

/** What the API takes. */
export const readDocument = (typed: Typed) => ({
  title: typed.text('title'),
  summary: typed.optional('summary', 5000),
  datedOn: typed.day('datedOn'),
  shown: typed.ticked('shown'),
});

const refusals: Record<string, () => string> = {
  FORM: m.promotion_file_none,
  KIND: m.promotion_file_kind,
  FILE_SIZE: m.promotion_file_size,
  TITLE: m.promotion_file_title,
  FULL: m.promotion_file_full,
};

/** Why a file was not taken. */
export const fileProblem = (code: string): string => (refusals[code] ?? m.promotion_file_later)();
