import type { FigureDefinitionFragment, WayStepFragment } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { type Channel, channels } from '#lib/origin/origin.ts';

type Span = { from: string; to: string };
/** What an address of the follow-up says of a figure, so that its list is the one behind it. */
export type Behind = Span &
  (
    | { figure: FigureDefinitionFragment['key']; commune?: string }
    | { step: WayStepFragment['key'] }
    | { touch: 'FIRST' | 'LAST'; channel: Channel | null }
  );

/** STILL_HERE_6 as an address has it. */
export const figureWord = (key: string): string => key.toLowerCase().replaceAll('_', '-');

/** Unknown origins have a word too. */
export const unknownOrigin = 'inconnue';

/** `chiffre` of an address: what is counted, then where or by what. */
function wordOf(behind: Behind): string {
  if ('figure' in behind) return [figureWord(behind.figure), behind.commune].filter(Boolean).join('.');
  if ('step' in behind) return `parcours.${figureWord(behind.step)}`;
  const touch = behind.touch === 'FIRST' ? 'premiere' : 'derniere';
  return `origine.${touch}.${behind.channel ? figureWord(behind.channel) : unknownOrigin}`;
}

/** The list of the households behind a figure. */
export const householdsBehind = (behind: Behind): string =>
  `${memberRoutes.prospects()}?chiffre=${wordOf(behind)}&du=${behind.from}&au=${behind.to}&vue=tableau`;

/** Reads `chiffre` back, or null for what is no figure. */
export function readBehind(word: string, span: Span): Behind | null {
  const [first = '', second = '', third = ''] = word.split('.');
  const key = (part: string) => part.toUpperCase().replaceAll('-', '_');
  if (first === 'parcours') {
    const step = steps.find((each) => each === key(second));
    return step ? { ...span, step } : null;
  }
  if (first === 'origine') {
    const channel = channels.find((each) => each === key(third)) ?? null;
    if (channel === null && third !== unknownOrigin) return null;
    return { ...span, touch: second === 'derniere' ? 'LAST' : 'FIRST', channel };
  }
  const figure = figures.find((each) => each === key(first));
  return figure ? { ...span, figure, ...(/^[0-9AB]{5}$/.test(second) && { commune: second }) } : null;
}

const steps = ['CONTACT', 'QUALIFIED', 'ATTENDED', 'PROJECT', 'INSTALLED'] as const;
const figures = [
  ...(['PROSPECTS', 'ATTENDED', 'PLANNED', 'EFFECTIVE', 'ABANDONED', 'PEOPLE', 'CHILDREN', 'JOBS'] as const),
  ...(['STILL_HERE_6', 'STILL_HERE_12', 'SPONSORSHIPS_ACTIVE', 'MEDIAN_DAYS', 'STEPS_ON_TIME'] as const),
];
