import type {
  ConsentPurpose,
  EntryContentFragment,
  EntryOption,
  OwnEntryFragment,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export function purposeLabel(purpose: ConsentPurpose): string {
  switch (purpose) {
    case 'WEB':
      return m.entry_purpose_web();
    case 'PRESS':
      return m.entry_purpose_press();
    case 'REGION':
      return m.entry_purpose_region();
  }
}

export function optionLabel(option: EntryOption): string {
  switch (option) {
    case 'PHONE':
      return m.entry_phone();
    case 'WEBSITE':
      return m.entry_website();
    case 'PHOTO':
      return m.entry_photo();
    case 'LANGUAGES':
      return m.entry_languages();
  }
}

/** Français, anglais: the name of a language in the reader’s own. */
export function languageName(code: string): string {
  const name = new Intl.DisplayNames(getLocale(), { type: 'language', fallback: 'code' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(getLocale()) + name.slice(1);
}

/** A list as it is read: « A, B et C ». */
export const list = (words: string[]): string => new Intl.ListFormat(getLocale()).format(words);

/** Where an entry stands, in one word that pages and tests tell it by. */
export type Standing =
  | 'new'
  | 'draft'
  | 'submitted'
  | 'refused'
  | 'online'
  | 'online-draft'
  | 'online-submitted'
  | 'online-refused'
  | 'paused'
  | 'lapsed'
  | 'moderated'
  | 'withdrawn';

export function standingOf({ status, hiddenBecause, state }: OwnEntryFragment): Standing {
  if (hiddenBecause === 'PAUSED') return 'paused';
  if (hiddenBecause === 'LAPSED') return 'lapsed';
  if (status === 'PUBLISHED') {
    if (state === 'SUBMITTED') return 'online-submitted';
    if (state === 'REFUSED') return 'online-refused';
    return state === 'DRAFT' ? 'online-draft' : 'online';
  }
  if (state === 'SUBMITTED') return 'submitted';
  if (state === 'REFUSED') return 'refused';
  if (hiddenBecause === 'MODERATED') return 'moderated';
  if (status === 'WITHDRAWN') return 'withdrawn';
  return state === 'DRAFT' ? 'draft' : 'new';
}

export type Difference = { name: string; before: string; after: string };

/** What differs between what shows and what was saved, field by field. */
export function differencesOf(
  before: EntryContentFragment,
  after: EntryContentFragment,
  place: (content: EntryContentFragment) => string | null,
): Difference[] {
  const nothing = m.entry_nothing();
  const shown = (content: EntryContentFragment, option: EntryOption, text: string | null | undefined) =>
    content.shown.includes(option) ? text : null;
  const rows: [string, (content: EntryContentFragment) => string | null | undefined][] = [
    [m.entry_name(), ({ displayName }) => displayName],
    [m.entry_activity(), ({ activity }) => activity],
    [m.entry_skills(), ({ skills }) => list(skills)],
    [m.entry_presentation(), ({ presentation }) => presentation],
    [m.entry_place(), place],
    [m.entry_naf(), ({ nafCode }) => nafCode],
    [
      m.entry_languages(),
      (content) => shown(content, 'LANGUAGES', list(content.languages.map(languageName))),
    ],
    [m.entry_phone(), (content) => shown(content, 'PHONE', content.phone)],
    [m.entry_website(), (content) => shown(content, 'WEBSITE', content.website)],
    [m.entry_photo(), (content) => shown(content, 'PHOTO', content.photo?.alternative)],
    [m.entry_sponsor(), ({ canSponsor }) => (canSponsor ? m.entry_yes() : m.entry_no())],
  ];
  return rows
    .map(([name, read]) => ({ name, before: read(before) || nothing, after: read(after) || nothing }))
    .filter((row) => row.before !== row.after);
}
