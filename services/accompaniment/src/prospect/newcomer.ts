import type { Channel } from '../promotion/channel.js';
import type { ProspectConsentPurpose } from './consent-wording.js';

/** By which form a household came in. */
export type ProspectForm = 'REGISTRATION' | 'CALLBACK' | 'FAIR' | 'AGENT' | 'IMPORT';

/** How it came by: what the form carried, beside what they say. */
export interface NewTouch {
  form: ProspectForm;
  /** Code of a promotion link; one that is unknown here is left out. */
  linkCode?: string | null;
  fairId?: string | null;
  declaredChannel?: Channel | null;
  declaredWords?: string | null;
}

/** What a household agreed to, in the words that it read. */
export interface NewProspectConsent {
  purpose: ProspectConsentPurpose;
  wording: string;
  version: string;
  channel: 'SITE' | 'FAIR' | 'PHONE' | 'PAPER';
}

/** A household as a form tells of it: checked and cleaned already. */
export interface Newcomer {
  name: string;
  /** As `emailAddress` gives it. */
  email: string | null;
  /** As `phoneNumber` gives it. */
  phone: string | null;
  locale: string;
  adults: number;
  childrenBirthYears: number[];
  project?: string | null;
  activity?: string | null;
  touch: NewTouch;
  consents: NewProspectConsent[];
  /** Chosen by the form: sent twice, it is one household. */
  captureKey?: string | null;
  /** When they were met, where that is not now. */
  at?: Date | null;
}
