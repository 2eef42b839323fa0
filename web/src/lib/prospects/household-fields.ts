import type { InstallationHorizon } from '#lib/graphql/generated/graphql.ts';
import { isService } from '#lib/map/services.ts';
import { horizonWords, speedWords } from './prospect-words.ts';

/** What every form about a household asks, as text, so that a refusal gives back exactly what was typed. */
export const householdFields = [
  'name',
  'email',
  'phone',
  'callWhen',
  'project',
  'activity',
  'adults',
  'childrenBirthYears',
  'speed',
  'services',
  'horizon',
] as const;

export type HouseholdValues = Record<(typeof householdFields)[number], string>;
/** One problem a field, by the name of its input. */
export type Problems = Partial<Record<string, string>>;

export const emptyHousehold = (): HouseholdValues =>
  Object.fromEntries(householdFields.map((field) => [field, ''])) as HouseholdValues;

/** A text of a form as it was typed, with plain line ends. */
export const typedIn = (form: FormData, field: string): string =>
  String(form.get(field) ?? '')
    .replace(/\r\n/g, '\n')
    .trim();

/** What a form about a household holds; boxes of one name are one text. */
export const readHousehold = (form: FormData): HouseholdValues => ({
  ...(Object.fromEntries(householdFields.map((field) => [field, typedIn(form, field)])) as HouseholdValues),
  services: form.getAll('services').map(String).filter(isService).join(','),
});

/** Years of birth as people write them: 2016, 2019; anything else is given on, to be refused with a word. */
const yearsOf = (text: string): number[] =>
  text
    .split(/[^0-9]+/)
    .filter(Boolean)
    .slice(0, 30)
    .map((year) => Math.min(Number(year), 9999));

/** The same as the API takes it. */
export const householdInput = (values: HouseholdValues) => ({
  name: values.name,
  email: values.email || null,
  phone: values.phone || null,
  callWhen: values.callWhen || null,
  project: values.project || null,
  activity: values.activity || null,
  // What is no number is refused as one that is too small.
  adults: values.adults === '' ? null : Math.trunc(Math.min(Number(values.adults) || 0, 999)),
  childrenBirthYears: yearsOf(values.childrenBirthYears),
  speed: values.speed in speedWords ? values.speed : null,
  services: values.services.split(',').filter(isService),
  horizon: values.horizon in horizonWords ? (values.horizon as InstallationHorizon) : null,
});
