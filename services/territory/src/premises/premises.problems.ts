import type { FieldProblem } from '@ancrage/subgraph/field-problem';
import { consentWording } from './contact-consent.js';
import type { PremisesInput } from './premises.input.js';

/** How long premises may show before somebody says again that they are to be had. */
const MAXIMUM_MONTHS = 12;

type Words = { fr: string; en: string };
interface Rule {
  field: keyof PremisesInput;
  broken(input: PremisesInput, today: string): boolean;
  words: Words;
}

const EMAIL = /^[^\s@<>"',;:\\]{1,64}@[a-z0-9.-]{1,180}\.[a-z]{2,24}$/i;
const PHONE = /^\+?[0-9 .()-]{8,24}$/;
// Line breaks and tabs are typed; the other control characters come from nobody's keyboard.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

const isWhole = (value: number | undefined | null, least: number, most: number) =>
  value === undefined || value === null || (value >= least && value <= most);

/** The site is only linked to when a browser would follow it safely. */
function isHttps(website: string): boolean {
  if (website.length > 300 || !URL.canParse(website)) return false;
  const { protocol, username, password, hostname } = new URL(website);
  return protocol === 'https:' && !username && !password && hostname.includes('.');
}

const RULES: Rule[] = [
  {
    field: 'title',
    broken: ({ title }) => title.length < 1 || title.length > 120,
    words: {
      fr: 'Donnez un titre de 120 caractères au plus.',
      en: 'Give a title of at most 120 characters.',
    },
  },
  {
    field: 'description',
    broken: ({ description = '' }) => description.length > 4000,
    words: { fr: '4 000 caractères au plus.', en: 'At most 4,000 characters.' },
  },
  {
    field: 'address',
    broken: ({ address = '' }) => address.length > 200,
    words: { fr: '200 caractères au plus.', en: 'At most 200 characters.' },
  },
  {
    field: 'surface',
    broken: ({ surface }) => !isWhole(surface, 1, 10_000_000),
    words: { fr: 'De 1 à 10 000 000 m².', en: 'From 1 to 10,000,000 m².' },
  },
  {
    field: 'places',
    broken: ({ places }) => !isWhole(places, 1, 10_000),
    words: { fr: 'De 1 à 10 000 places.', en: 'From 1 to 10,000 places.' },
  },
  {
    field: 'priceEuros',
    broken: ({ priceEuros }) => !isWhole(priceEuros, 0, 100_000_000),
    words: { fr: 'De 0 à 100 000 000 €.', en: 'From €0 to €100,000,000.' },
  },
  {
    field: 'expiresOn',
    broken: ({ expiresOn }, today) => !isShowable(day(expiresOn), today),
    words: {
      fr: 'Choisissez une date entre aujourd’hui et dans un an.',
      en: 'Choose a date from today to a year ahead.',
    },
  },
  {
    field: 'website',
    broken: ({ website }) => Boolean(website && !isHttps(website)),
    words: { fr: 'Écrivez une adresse complète en https://', en: 'Write a whole address with https://' },
  },
  {
    field: 'contactName',
    broken: ({ contactName = '' }) => contactName.length > 120,
    words: { fr: '120 caractères au plus.', en: 'At most 120 characters.' },
  },
  {
    field: 'contactEmail',
    broken: ({ contactEmail }) => Boolean(contactEmail && !EMAIL.test(contactEmail)),
    words: {
      fr: 'Écrivez une adresse complète, comme nom@exemple.fr.',
      en: 'Write a whole address, such as name@example.org.',
    },
  },
  {
    field: 'contactPhone',
    broken: ({ contactPhone }) => Boolean(contactPhone && !PHONE.test(contactPhone)),
    words: {
      fr: 'Écrivez le numéro en chiffres, comme 05 61 00 00 00.',
      en: 'Write the number in digits, such as +33 5 61 00 00 00.',
    },
  },
  {
    field: 'contactConsent',
    broken: (input) => hasContact(input) && input.contactConsent?.version !== consentWording('fr').version,
    words: {
      fr: 'Personne n’est nommé sans son accord : cochez-le, ou laissez le contact vide.',
      en: 'Nobody is named without their consent: tick it, or leave the contact empty.',
    },
  },
];

export const day = (date: Date): string => date.toISOString().slice(0, 10);

/** Whether premises may show until that day. */
export function isShowable(until: string, today: string): boolean {
  const limit = new Date(`${today}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() + MAXIMUM_MONTHS);
  return until >= today && until <= day(limit);
}

export const hasContact = ({ contactName, contactEmail, contactPhone }: PremisesInput): boolean =>
  Boolean(contactName || contactEmail || contactPhone);

const TEXTS = [
  'title',
  'description',
  'address',
  'website',
  'contactName',
  'contactEmail',
  'contactPhone',
] as const;

/** Texts as they are kept: trimmed, without control characters or marks that turn the writing around. */
export function cleaned(input: PremisesInput): PremisesInput {
  const texts = TEXTS.map((name) => [
    name,
    input[name]?.replace(/\r\n?/g, '\n').replace(CONTROL, '').trim() || undefined,
  ]);
  return { ...input, ...Object.fromEntries(texts), title: texts[0]?.[1] ?? '' };
}

/** What is wrong with cleaned premises, in the reader's language. `today` is yyyy-mm-dd. */
export function premisesProblems(input: PremisesInput, locale: string, today: string): FieldProblem[] {
  return RULES.filter(({ broken }) => broken(input, today)).map(({ field, words }) => ({
    field,
    message: locale === 'en' ? words.en : words.fr,
  }));
}
