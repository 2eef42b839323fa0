import { m } from '#lib/paraglide/messages.js';

/** What a column of a list of households may hold, in the order of the form. */
export const fieldWords: Record<string, () => string> = {
  name: m.household_list_name,
  email: m.household_list_email,
  phone: m.household_list_phone,
  adults: m.household_list_adults,
  children: m.household_list_children,
  livesIn: m.household_list_lives_in,
  project: m.household_list_project,
  activity: m.household_list_activity,
  horizon: m.household_list_horizon,
  channel: m.household_list_channel,
  firstContact: m.household_list_first_contact,
  lastContact: m.household_list_last_contact,
  stage: m.household_list_stage,
  consent: m.household_list_consent,
  notes: m.household_list_notes,
};
