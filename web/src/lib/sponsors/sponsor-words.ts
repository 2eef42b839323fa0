import type {
  SponsorState,
  SponsorshipContactKind,
  SponsorshipSide,
  SponsorshipStatus,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export const statusWords: Record<SponsorshipStatus, () => string> = {
  PROPOSED: m.sponsorship_status_proposed,
  ACCEPTED: m.sponsorship_status_accepted,
  ACTIVE: m.sponsorship_status_active,
  ENDED: m.sponsorship_status_ended,
  DECLINED: m.sponsorship_status_declined,
};

export const stateWords: Record<SponsorState, () => string> = {
  AVAILABLE: m.sponsors_state_available,
  FULL: m.sponsors_state_full,
  PAUSED: m.sponsors_state_paused,
  LEFT: m.sponsors_state_left,
};

export const sideWords: Record<SponsorshipSide, () => string> = {
  SPONSOR: m.sponsorship_side_sponsor,
  HOUSEHOLD: m.sponsorship_side_household,
  TEAM: m.sponsorship_side_team,
};

export const notedWords: Record<SponsorshipSide, () => string> = {
  SPONSOR: m.sponsorship_by_sponsor,
  HOUSEHOLD: m.sponsorship_by_household,
  TEAM: m.sponsorship_by_team,
};

export const contactWords: Record<SponsorshipContactKind, () => string> = {
  CALL: m.sponsorship_contact_call,
  MEETING: m.sponsorship_contact_meeting,
  MESSAGE: m.sponsorship_contact_message,
  OTHER: m.sponsorship_contact_other,
};

/** Languages that a sponsor may be asked for; others can be written by their code elsewhere. */
export const spokenLanguages = ['fr', 'en', 'es', 'oc', 'ca', 'de', 'nl', 'it', 'pt', 'ar'] as const;

/** anglais, as a sentence has it. */
export const languageName = (code: string): string =>
  new Intl.DisplayNames([getLocale()], { type: 'language' }).of(code) ?? code;

/** septembre 2026, of a month such as 2026-09 or of a day. */
export const monthName = (month: string): string =>
  new Intl.DateTimeFormat(getLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month.slice(0, 7)}-15T12:00:00Z`),
  );
