/** What can happen to a household on its way. */
export type ProspectEventKind =
  | 'CAME_IN'
  | 'CALLBACK_ASKED'
  | 'CALLED'
  | 'WROTE'
  | 'WRITTEN_TO'
  | 'MET'
  | 'NOTED'
  | 'EDITED'
  | 'MOVED'
  | 'LOST'
  | 'OWNER_CHANGED'
  | 'NEXT_ACTION'
  | 'FILE_ADDED'
  | 'FILE_REMOVED'
  | 'DOCUMENT_ASKED'
  | 'CONSENTED'
  | 'CONSENT_WITHDRAWN'
  | 'REGISTERED'
  | 'REGISTRATION_CHANGED'
  | 'ATTENDED'
  | 'NO_SHOW'
  | 'SURVEY_ANSWERED'
  | 'MERGED'
  | 'PARTED'
  | 'INSTALLATION_PLANNED'
  | 'INSTALLATION_CHANGED'
  | 'INSTALLATION_EFFECTIVE'
  | 'INSTALLATION_ABANDONED'
  | 'STEP_SETTLED'
  | 'STEP_REOPENED'
  | 'STEP_REASSIGNED'
  | 'FOLLOWED_UP'
  | 'MESSAGE_SENT'
  | 'MESSAGE_RECEIVED'
  | 'SPONSOR_PROPOSED'
  | 'SPONSORSHIP_CHANGED'
  | 'RETENTION_WARNED'
  | 'ANONYMISED';

/** Signs of life of the household itself: retention counts from the last of them. */
export const FROM_THEM: ReadonlySet<ProspectEventKind> = new Set<ProspectEventKind>([
  'CAME_IN',
  'CALLBACK_ASKED',
  'CALLED',
  'WROTE',
  'MET',
  'REGISTERED',
  'REGISTRATION_CHANGED',
  'ATTENDED',
  'SURVEY_ANSWERED',
  'FOLLOWED_UP',
  'MESSAGE_RECEIVED',
]);
