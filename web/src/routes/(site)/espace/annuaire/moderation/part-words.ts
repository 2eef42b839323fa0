import type { EntryPart, ModerationWarningKind } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What a field of an entry is called. */
export const partWords: Record<EntryPart, () => string> = {
  DISPLAY_NAME: m.part_name,
  ACTIVITY: m.part_activity,
  SKILLS: m.part_skills,
  PRESENTATION: m.part_presentation,
  PLACE: m.part_place,
  NAF_CODE: m.part_naf,
  LANGUAGES: m.part_languages,
  PHONE: m.part_phone,
  WEBSITE: m.part_website,
  PHOTO: m.part_photo,
  SPONSOR: m.part_sponsor,
};

export const warningWords: Record<ModerationWarningKind, (words: { text: string }) => string> = {
  LOOKALIKE: m.warning_lookalike,
  LINK: m.warning_link,
  CONTACT: m.warning_contact,
  NEW_SKILL: m.warning_new_skill,
  SHORT_PRESENTATION: () => m.warning_short(),
  DUPLICATE: m.warning_duplicate,
};

/** A language by its ISO 639-1 code, as the reader calls it. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(getLocale(), { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
