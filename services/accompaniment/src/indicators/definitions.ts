import { type IndicatorWords, WORDS } from './definition.words.js';
import { IndicatorKey, IndicatorService, IndicatorSpan, IndicatorUnit } from './indicator-key.js';

/** How one figure is counted, in words that anyone can read, and since which day it is counted so. */
export interface Definition {
  key: IndicatorKey;
  unit: IndicatorUnit;
  span: IndicatorSpan;
  service: IndicatorService;
  /** Day of this wording, as yyyy-mm-dd: another rule gets another day. */
  since: string;
  /** Whether it counts persons or households, so that 1 to 4 of them are kept from the public. */
  personal: boolean;
  fr: IndicatorWords;
  en: IndicatorWords;
}

const SINCE = '2026-11-23';
const { SOLOS, COMMUNES, HOUSEHOLDS, PEOPLE, JOBS, SPONSORSHIPS, DAYS, SHARE } = IndicatorUnit;
const { PERIOD, DAY } = IndicatorSpan;
const { TERRITORY, DIRECTORY, ACCOMPANIMENT } = IndicatorService;

const of = (
  service: IndicatorService,
  key: IndicatorKey,
  unit: IndicatorUnit,
  span: IndicatorSpan,
  personal = true,
): Definition => ({ key, unit, span, service, since: SINCE, personal, ...WORDS[key] });

/**
 * The one list of what is counted and how, in the order in which it is read: from what a territory offers to those who
 * are still there a year after. Whoever counts, charts, exports or freezes a figure takes its words from here.
 */
export const DEFINITIONS: readonly Definition[] = [
  of(DIRECTORY, IndicatorKey.SOLOS_IDENTIFIED, SOLOS, DAY),
  // Each of them shows with a consent of their own: their number gives nobody away.
  of(DIRECTORY, IndicatorKey.SOLOS_PUBLISHED, SOLOS, DAY, false),
  of(TERRITORY, IndicatorKey.COMMUNES_QUALIFIED, COMMUNES, DAY, false),
  of(TERRITORY, IndicatorKey.FIBRE_SHARE, SHARE, DAY, false),
  of(ACCOMPANIMENT, IndicatorKey.PROSPECTS, HOUSEHOLDS, PERIOD),
  of(ACCOMPANIMENT, IndicatorKey.ATTENDED, HOUSEHOLDS, PERIOD),
  of(ACCOMPANIMENT, IndicatorKey.PLANNED, HOUSEHOLDS, DAY),
  of(ACCOMPANIMENT, IndicatorKey.EFFECTIVE, HOUSEHOLDS, PERIOD),
  of(ACCOMPANIMENT, IndicatorKey.ABANDONED, HOUSEHOLDS, PERIOD),
  of(ACCOMPANIMENT, IndicatorKey.PEOPLE, PEOPLE, PERIOD),
  of(ACCOMPANIMENT, IndicatorKey.CHILDREN, PEOPLE, PERIOD),
  of(ACCOMPANIMENT, IndicatorKey.JOBS, JOBS, PERIOD),
  of(ACCOMPANIMENT, IndicatorKey.STILL_HERE_6, HOUSEHOLDS, PERIOD),
  of(ACCOMPANIMENT, IndicatorKey.STILL_HERE_12, HOUSEHOLDS, PERIOD),
  of(ACCOMPANIMENT, IndicatorKey.SPONSORSHIPS_ACTIVE, SPONSORSHIPS, DAY),
  of(ACCOMPANIMENT, IndicatorKey.MEDIAN_DAYS, DAYS, PERIOD),
  of(ACCOMPANIMENT, IndicatorKey.STEPS_ON_TIME, SHARE, PERIOD),
];

/** The definition of one figure. */
export function definitionOf(key: IndicatorKey): Definition {
  return DEFINITIONS.find((definition) => definition.key === key) as Definition;
}
