import { m } from '#lib/paraglide/messages.js';
import type { fields, SessionValues } from './session-form.ts';

export type { SessionValues };

/** What each field of the form is called, in the order in which it stands there. */
export const formWord: Record<Exclude<(typeof fields)[number], 'version'>, () => string> = {
  title: m.sessions_form_title,
  format: m.sessions_form_format,
  summary: m.sessions_form_summary,
  startsAt: m.sessions_form_starts,
  endsAt: m.sessions_form_ends,
  registrationClosesAt: m.sessions_form_closes,
  hostCommuneCode: m.sessions_form_commune,
  meetingPlace: m.sessions_form_meeting,
  partnerName: m.sessions_form_partner,
  capacity: m.sessions_form_capacity,
  offerHours: m.sessions_form_offer,
  lodging: m.sessions_form_lodging,
  meals: m.sessions_form_meals,
  childcare: m.sessions_form_childcare,
  carSharing: m.sessions_form_cars,
};
