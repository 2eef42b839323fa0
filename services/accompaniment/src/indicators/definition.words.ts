import { ENGLISH } from './definition.words.en.js';
import { FRENCH } from './definition.words.fr.js';
import type { IndicatorKey } from './indicator-key.js';

/** What a figure is called, how it is counted, and what it means when it is missing. */
export interface IndicatorWords {
  label: string;
  rule: string;
  unknown: string;
}

/** The words of every figure, in the languages of the platform. */
export const WORDS = Object.fromEntries(
  (Object.keys(FRENCH) as IndicatorKey[]).map((key) => [key, { fr: FRENCH[key], en: ENGLISH[key] }]),
) as Record<IndicatorKey, { fr: IndicatorWords; en: IndicatorWords }>;
