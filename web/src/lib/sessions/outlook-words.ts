import type { SurveyOutlook } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

const words: Record<SurveyOutlook, () => string> = {
  PROJECT: m.survey_outlook_project,
  THINKING: m.survey_outlook_thinking,
  NO: m.survey_outlook_no,
};

/** In the order in which they are asked. */
export const outlooks = Object.keys(words) as SurveyOutlook[];
export const outlookLabel = (outlook: SurveyOutlook): string => words[outlook]();
