import type { SaveHouseholdVisitInput } from '#lib/graphql/generated/graphql.ts';

/** A visit as its form holds it. */
export type VisitValues = { id: string; startsAt: string; title: string; place: string; host: string };
/** Who comes, as an agent writes it: years of birth in one field, as they are said on the telephone. */
export type PartyValues = { adults: number; years: number[]; written: string };

const text = (form: FormData, name: string): string =>
  String(form.get(name) ?? '')
    .trim()
    .slice(0, 1000);

export const readVisit = (form: FormData): VisitValues => ({
  id: text(form, 'id'),
  startsAt: text(form, 'startsAt').slice(0, 40),
  title: text(form, 'title'),
  place: text(form, 'place'),
  host: text(form, 'host'),
});

export const visitInput = (
  { id, ...visit }: VisitValues,
  registrationId: string,
): SaveHouseholdVisitInput => ({
  ...visit,
  registrationId,
  ...(/^[0-9a-f-]{36}$/.test(id) && { id }),
});

/** What is no year is sent on as one that nobody is born in, for the service to say so. */
export function readParty(form: FormData): PartyValues {
  const adults = text(form, 'adults');
  const written = text(form, 'years').slice(0, 200);
  return {
    adults: /^\d{1,3}$/.test(adults) ? Number(adults) : 0,
    years: written
      .split(/[\s,;]+/)
      .filter(Boolean)
      .slice(0, 30)
      .map((year) => (/^\d{4}$/.test(year) ? Number(year) : 0)),
    written,
  };
}
