import { m } from '#lib/paraglide/messages.js';

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
