import type { ConsentPurpose, SoloConsentChannel } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

export const purposeWords: Record<ConsentPurpose, () => string> = {
  WEB: m.consent_web,
  PRESS: m.consent_press,
  REGION: m.consent_region,
};

export const channelWords: Record<SoloConsentChannel, () => string> = {
  WEB: m.consent_by_web,
  EMAIL: m.consent_by_email,
  PAPER: m.consent_by_paper,
  PHONE: m.consent_by_phone,
};

const events: Record<string, () => string> = {
  IDENTIFIED: m.event_identified,
  INFORMED: m.event_informed,
  CONTACTED: m.event_contacted,
  CONSENTED: m.event_consented,
  CONSENT_WITHDRAWN: m.event_consent_withdrawn,
  SUBMITTED: m.event_submitted,
  ACCEPTED: m.event_accepted,
  CHANGE_REFUSED: m.event_change_refused,
  PUBLISHED: m.event_published,
  PAUSED: m.event_paused,
  RESUMED: m.event_resumed,
  LAPSED: m.event_lapsed,
  RECONFIRMED: m.event_reconfirmed,
  MODERATED: m.event_moderated,
  REFUSED: m.event_refused,
  OBJECTED: m.event_objected,
  EDITED: m.event_edited,
  NOTED: m.event_noted,
  MERGED: m.event_merged,
  PARTED: m.event_parted,
};

/** What happened, in a few words. */
export const eventWord = (kind: string): string => (events[kind] ?? m.event_other)();

/** Who did it: the viewer, the person themselves, another member. */
export const actorWord = ({ mine, userId }: { mine: boolean; userId?: string | null }): string => {
  if (mine) {
    return m.history_you();
  }
  return userId?.startsWith('solo:') ? m.history_person() : m.history_member();
};
