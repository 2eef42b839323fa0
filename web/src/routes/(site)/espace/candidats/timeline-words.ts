import { formatDay } from '#lib/format/dates.ts';
import type { ProspectContactKind, ProspectRecordQuery } from '#lib/graphql/generated/graphql.ts';
import { installationEventDetail, installationEventWord } from '#lib/installations/installation-events.ts';
import { m } from '#lib/paraglide/messages.js';
import { reasonWords, stageWords } from '#lib/prospects/prospect-words.ts';
import { statusWords } from '#lib/sponsors/sponsor-words.ts';
import { fieldLabel } from './prospect-form.ts';

export type Household = NonNullable<ProspectRecordQuery['prospectRecord']>;
type Event = Household['events'][number];

/** How a household and the territory were in touch, as it is noted. */
export const contactKinds: Record<ProspectContactKind, () => string> = {
  CALLED: m.prospect_called,
  MET: m.prospect_met,
  WROTE: m.prospect_wrote,
  WRITTEN_TO: m.prospect_written_to,
};

export const purposeWords: Record<string, () => string> = {
  FOLLOW_UP: m.prospect_purpose_follow_up,
  NEWS: m.prospect_purpose_news,
};

export const consentChannels: Record<string, () => string> = {
  SITE: m.prospect_consent_by_site,
  FAIR: m.prospect_consent_by_fair,
  PHONE: m.prospect_consent_by_phone,
  PAPER: m.prospect_consent_by_paper,
};

/** By which form a household came in. */
export const formWords: Record<string, () => string> = {
  REGISTRATION: m.prospect_form_registration,
  CALLBACK: m.prospect_form_callback,
  FAIR: m.prospect_form_fair,
  AGENT: m.prospect_form_agent,
  IMPORT: m.prospect_form_import,
};

const events: Record<string, () => string> = {
  ...contactKinds,
  CAME_IN: m.prospect_event_came_in,
  CALLBACK_ASKED: m.prospect_event_callback,
  NOTED: m.prospect_event_noted,
  EDITED: m.prospect_event_edited,
  MOVED: m.prospect_event_moved,
  LOST: m.prospect_event_lost,
  OWNER_CHANGED: m.prospect_event_owner,
  NEXT_ACTION: m.prospect_event_next,
  FILE_ADDED: m.prospect_event_file,
  FILE_REMOVED: m.prospect_event_file_removed,
  DOCUMENT_ASKED: m.installation_event_asked,
  CONSENTED: m.prospect_event_consented,
  CONSENT_WITHDRAWN: m.prospect_event_withdrawn,
  REGISTERED: m.prospect_event_registered,
  REGISTRATION_CHANGED: m.prospect_event_registration_changed,
  ATTENDED: m.prospect_event_attended,
  NO_SHOW: m.prospect_event_no_show,
  SURVEY_ANSWERED: m.prospect_event_survey,
  MERGED: m.prospect_event_merged,
  PARTED: m.prospect_event_parted,
  SPONSOR_PROPOSED: m.sponsorship_event_proposed,
  SPONSORSHIP_CHANGED: m.sponsorship_event_changed,
  RETENTION_WARNED: m.prospect_event_retention,
};

/** What happened, in a few words. */
export const eventWord = (event: Event): string =>
  installationEventWord(event) ?? (events[event.kind] ?? m.prospect_event_other)();

const stageOf = (value: string | undefined) =>
  value && Object.hasOwn(stageWords, value) ? stageWords[value as keyof typeof stageWords]() : null;

/** What is known of it: from where to where, which day, which fields; empty where the word says it all. */
export function eventDetail(event: Event, ownerOf: (id: string) => string): string {
  const detail = Object.fromEntries(event.details.map(({ name, value }) => [name, value]));
  switch (event.kind) {
    case 'CAME_IN':
      return formWords[detail.form ?? '']?.() ?? '';
    case 'CALLBACK_ASKED':
      return [detail.name, detail.phone, detail.when].filter(Boolean).join(', ');
    case 'MOVED':
      return m.prospect_event_from_to({ from: stageOf(detail.from) ?? '…', to: stageOf(detail.to) ?? '…' });
    case 'LOST':
      return reasonWords[detail.reason as keyof typeof reasonWords]?.() ?? '';
    case 'OWNER_CHANGED':
      return detail.to ? ownerOf(detail.to) : m.prospect_owner_nobody();
    case 'NEXT_ACTION':
      return nextWords(detail);
    case 'EDITED':
      return (detail.fields ?? '').split(', ').map(editedWord).filter(Boolean).join(', ');
    case 'FILE_ADDED':
    case 'FILE_REMOVED':
      return [detail.file, detail.step].filter(Boolean).join(', ');
    case 'DOCUMENT_ASKED':
      return [detail.document, detail.step].filter(Boolean).join(', ');
    case 'NOTED':
      return detail.readers ? m.installation_note_administrators() : '';
    case 'CONSENTED':
    case 'CONSENT_WITHDRAWN':
      return purposeWords[detail.purpose ?? '']?.() ?? '';
    case 'SPONSORSHIP_CHANGED':
      return statusWords[detail.status as keyof typeof statusWords]?.() ?? '';
    default:
      return installationEventWord(event) ? installationEventDetail(event) : '';
  }
}

function nextWords({ what = '', on, outcome }: Record<string, string>): string {
  switch (outcome) {
    case 'DONE':
      return m.prospect_event_next_done({ what });
    case 'GIVEN_UP':
      return m.prospect_event_next_given_up({ what });
    default:
      return on ? m.prospect_event_next_by({ what, date: formatDay(on) }) : what;
  }
}

/** The API's names of what a form calls otherwise. */
const editedWord = (field: string): string =>
  fieldLabel({ neededSpeed: 'speed', neededServices: 'services' }[field] ?? field);
