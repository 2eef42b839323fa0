import type { SoloFactsFragment, SoloInput } from '#lib/graphql/generated/graphql.ts';

export const soloFields = [
  'displayName',
  'activity',
  'identifiedBy',
  'personName',
  'email',
  'phone',
  'siret',
  'website',
  'communeCode',
  'area',
  'nafCode',
  'skills',
  'presentation',
  'languages',
  'canSponsor',
  'showPhone',
  'showWebsite',
  'notes',
] as const;

/** Everything the form holds, as text, so that a refused save gives back exactly what was typed. */
export type SoloValues = Record<(typeof soloFields)[number], string>;
/** One problem a field, by the name of its input. */
export type Problems = Partial<Record<string, string>>;

export const emptySolo = (): SoloValues =>
  Object.fromEntries(soloFields.map((field) => [field, ''])) as SoloValues;

export const readSolo = (form: FormData): SoloValues =>
  Object.fromEntries(
    soloFields.map((field) => [
      field,
      String(form.get(field) ?? '')
        .replace(/\r\n/g, '\n')
        .trim(),
    ]),
  ) as SoloValues;

export const soloValues = (solo: SoloFactsFragment): SoloValues => ({
  displayName: solo.displayName,
  activity: solo.activity,
  identifiedBy: solo.identifiedBy,
  personName: solo.contact.personName ?? '',
  email: solo.contact.email ?? '',
  phone: solo.contact.phone ?? '',
  siret: solo.contact.siret ?? '',
  website: solo.contact.website ?? '',
  communeCode: solo.commune?.code ?? '',
  area: solo.area ?? '',
  nafCode: solo.nafCode ?? '',
  skills: solo.skills.join(', '),
  presentation: solo.presentation ?? '',
  languages: solo.languages.join(', '),
  canSponsor: solo.canSponsor ? 'on' : '',
  showPhone: solo.contact.shown.includes('PHONE') ? 'on' : '',
  showWebsite: solo.contact.shown.includes('WEBSITE') ? 'on' : '',
  notes: solo.contact.notes ?? '',
});

const listed = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .slice(0, 50);

export function soloInput(values: SoloValues): SoloInput {
  const { displayName, identifiedBy, skills, languages, canSponsor, showPhone, showWebsite, ...texts } =
    values;
  return {
    ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text || null])),
    displayName,
    identifiedBy,
    skills: listed(skills),
    languages: listed(languages.toLowerCase()).slice(0, 20),
    canSponsor: canSponsor === 'on',
    shown: [...(showPhone ? ['PHONE'] : []), ...(showWebsite ? ['WEBSITE'] : [])],
  };
}
