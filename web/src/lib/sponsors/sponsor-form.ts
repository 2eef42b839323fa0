import type {
  SponsorFactsFragment,
  SponsorInput,
  SponsorshipContactInput,
  SponsorshipContactKind,
} from '#lib/graphql/generated/graphql.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { contactWords, spokenLanguages } from './sponsor-words.ts';

export const sponsorFields = [
  'name',
  'email',
  'phone',
  'communeCode',
  'activity',
  'presentation',
  'interests',
  'childrenBirthYears',
  'capacity',
  'locale',
  'languages',
] as const;

/** What the form about a sponsor holds, as text: a refusal gives back exactly what was typed. */
export type SponsorValues = Record<(typeof sponsorFields)[number], string>;

export const emptySponsor = (): SponsorValues => ({
  ...(Object.fromEntries(sponsorFields.map((field) => [field, ''])) as SponsorValues),
  capacity: '1',
  locale: 'fr',
  languages: 'fr',
});

/** A record as its form shows it. */
export const sponsorValues = (record: SponsorFactsFragment): SponsorValues => ({
  name: record.name,
  email: record.email,
  phone: record.phone ?? '',
  communeCode: record.commune?.code ?? '',
  activity: record.activity ?? '',
  presentation: record.presentation ?? '',
  interests: record.interests.join(', '),
  childrenBirthYears: record.childrenBirthYears.join(', '),
  capacity: String(record.capacity),
  locale: record.locale,
  languages: record.languages.join(','),
});

/** What was sent; boxes of one name are one text. */
export const readSponsor = (form: FormData): SponsorValues => ({
  ...(Object.fromEntries(sponsorFields.map((field) => [field, typedIn(form, field)])) as SponsorValues),
  languages: form.getAll('languages').map(String).filter(isSpoken).join(','),
});

const isSpoken = (code: string): boolean => (spokenLanguages as readonly string[]).includes(code);

const listOf = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean)
    .slice(0, 30);

/** The same as the API takes it; what is no number is refused as one that is too small. */
export const sponsorInput = (values: SponsorValues): SponsorInput => ({
  name: values.name,
  email: values.email,
  phone: values.phone || null,
  communeCode: values.communeCode || null,
  activity: values.activity || null,
  presentation: values.presentation || null,
  interests: listOf(values.interests, /[,;\n]/),
  childrenBirthYears: listOf(values.childrenBirthYears, /[^0-9]+/).map((year) =>
    Math.min(Number(year), 9999),
  ),
  capacity: Math.trunc(Math.min(Number(values.capacity) || 0, 999)),
  locale: values.locale === 'en' ? 'en' : 'fr',
  languages: listOf(values.languages, /,/),
});

/** A contact as its form holds it. */
export type ContactValues = { kind: string; day: string; words: string };

export const readContact = (form: FormData): ContactValues => ({
  kind: typedIn(form, 'kind'),
  day: typedIn(form, 'day'),
  words: typedIn(form, 'words'),
});

/** A day that is none is refused as one to come is, with the same words. */
export const contactInput = ({ kind, day, words }: ContactValues): SponsorshipContactInput => ({
  kind: (Object.hasOwn(contactWords, kind) ? kind : 'OTHER') as SponsorshipContactKind,
  day: isDay(day) ? day : '9999-12-31',
  words: words || null,
});

/** Whether a text is a day as forms have it. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
