import type { SoloImportState } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

export const stateWords: Record<SoloImportState, () => string> = {
  MAPPED: m.list_state_mapped,
  IMPORTED: m.list_state_imported,
  GIVEN_UP: m.list_state_given_up,
};

/** What a column may hold, in the order of the form. */
export const fieldWords: Record<string, () => string> = {
  displayName: m.solo_form_name,
  personName: m.solo_person,
  activity: m.solo_activity,
  email: m.solo_email,
  phone: m.solo_phone,
  siret: m.solo_siret,
  website: m.solo_form_website,
  commune: m.list_field_commune,
  nafCode: m.solo_form_naf,
  skills: m.solo_form_skills,
  presentation: m.solo_form_presentation,
  notes: m.solo_form_notes,
  identifiedBy: m.list_field_source,
};

/** Why a file was not taken, by the code of its refusal. */
export function fileProblem(code: string): string {
  switch (code) {
    case 'FILE_SIZE':
    case 'SIZE':
    case '413':
      return m.lists_too_large();
    case 'KIND':
      return m.lists_problem_kind();
    case 'EMPTY':
      return m.lists_problem_empty();
    case 'ROWS':
    case 'COLUMNS':
      return m.lists_problem_rows();
    case 'BROKEN':
      return m.lists_problem_broken();
    case 'FORM':
      return m.lists_problem_form();
    default:
      return m.lists_failed();
  }
}
