import type {
  ConsentPurpose,
  EntryContentFragment,
  EntryInput,
  EntryOption,
} from '#lib/graphql/generated/graphql.ts';

/** Everything the form holds, as it was typed, so that a refused save gives back exactly that. */
export interface EntryValues {
  displayName: string;
  activity: string;
  skills: string[];
  /** What stands in the field for one more skill. */
  moreSkills: string;
  presentation: string;
  communeCode: string;
  shownPlace: 'COMMUNE' | 'AREA';
  nafCode: string;
  languages: string[];
  phone: string;
  website: string;
  canSponsor: boolean;
  shown: EntryOption[];
  /** The sentences ticked now: a refusal does not untick them. */
  agreed: ConsentPurpose[];
}

/** One problem per field, by the name of its input. */
export type Problems = Partial<Record<string, string>>;

/** A commune of the territory, and the area around it. */
export type Place = { code: string; name: string; intercommunality: { name: string } | null };

export const options: readonly EntryOption[] = ['PHONE', 'WEBSITE', 'PHOTO', 'LANGUAGES'];
export const purposes: readonly ConsentPurpose[] = ['WEB', 'PRESS', 'REGION'];
export const limits = { name: 80, presentation: 1500, skills: 12, skill: 60, phone: 40, website: 300 };

/** A little more than the longest text: enough for the service to say how much too long it is. */
const longest = 20_000;

export function readEntry(form: FormData): EntryValues {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .slice(0, longest)
      .replace(/\r\n/g, '\n')
      .trim();
  const all = (name: string) =>
    form
      .getAll(name)
      .slice(0, 50)
      .map((value) => String(value).slice(0, 200).trim())
      .filter(Boolean);
  return {
    displayName: text('displayName'),
    activity: text('activity'),
    skills: [...new Set([...all('skill'), ...listed(text('moreSkills'))])],
    moreSkills: '',
    presentation: text('presentation'),
    communeCode: text('communeCode').slice(0, 5),
    shownPlace: form.get('shownPlace') === 'AREA' ? 'AREA' : 'COMMUNE',
    nafCode: text('nafCode').slice(0, 200),
    languages: [...new Set(all('language').map((code) => code.slice(0, 20)))],
    phone: text('phone'),
    website: text('website'),
    canSponsor: form.get('canSponsor') === 'on',
    shown: options.filter((option) => form.getAll('shown').includes(option)),
    agreed: purposes.filter((purpose) => form.get(`consent-${purpose}`)),
  };
}

/** Skills typed one after the other, between commas or on lines of their own. */
export const listed = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((skill) => skill.trim())
    .filter(Boolean)
    .slice(0, 50);

export function valuesOf(content: EntryContentFragment): EntryValues {
  return {
    ...content,
    moreSkills: '',
    agreed: [],
    presentation: content.presentation ?? '',
    communeCode: content.communeCode ?? '',
    nafCode: content.nafCode ?? '',
    phone: content.phone ?? '',
    website: content.website ?? '',
  };
}

/** The code at the beginning of what was chosen: « 62.01Z Programmation informatique ». */
const codeOf = (text: string) => /^\s*(\d\d\.?\d\d\s?[a-z])\b/i.exec(text)?.[1] ?? text;

/** What the API takes. The area is that of the commune, whatever the browser says. */
export function inputOf(values: EntryValues, places: readonly Place[]): EntryInput {
  const { moreSkills: _typed, agreed: _agreed, ...kept } = values;
  return {
    ...kept,
    presentation: values.presentation || null,
    communeCode: values.communeCode || null,
    area: areaOf(values, places),
    nafCode: codeOf(values.nafCode) || null,
    phone: values.phone || null,
    website: values.website || null,
  };
}

/** What shows in place of the commune; null where the commune shows. */
export function areaOf({ shownPlace, communeCode }: EntryValues, places: readonly Place[]): string | null {
  if (shownPlace === 'COMMUNE') return null;
  return places.find(({ code }) => code === communeCode)?.intercommunality?.name ?? null;
}

/** The place as it shows. */
export function placeOf(values: EntryValues, places: readonly Place[]): string | null {
  const commune = places.find(({ code }) => code === values.communeCode);
  return values.shownPlace === 'AREA' ? areaOf(values, places) : (commune?.name ?? null);
}
