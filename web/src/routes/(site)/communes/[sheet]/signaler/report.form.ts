import type { ReportErrorInput } from '#lib/graphql/generated/graphql.ts';

/** The form as it was typed. */
export type Values = { type: string; count: string; note: string };

const LONGEST = 4000;
const text = (form: FormData, name: string) =>
  String(form.get(name) ?? '')
    .slice(0, LONGEST)
    .trim();

export const readForm = (form: FormData): Values => ({
  type: text(form, 'type').slice(0, 10),
  count: text(form, 'count'),
  note: text(form, 'note'),
});

/** What is sent. A number that is none is left for the service to refuse, not quietly dropped. */
export function inputOf(
  communeCode: string,
  { type, count, note }: Values,
  website: string,
): ReportErrorInput {
  const number = count === '' ? null : /^\d{1,6}$/.test(count) ? Number(count) : -1;
  return { communeCode, type: type || null, proposedCount: number, note, website };
}
