import { nameWords } from '@ancrage/input/name-key';
import type { MatchReason } from './sponsorship.entity.js';

/** What of a sponsor speaks for a household. */
export interface MatchSponsor {
  activity: string | null;
  communeCode: string | null;
  languages: readonly string[];
  interests: readonly string[];
  childrenBirthYears: readonly number[];
}

/** What of a household speaks for a sponsor. */
export interface MatchHousehold {
  activity: string | null;
  /** Where it settles, or the communes it thinks of. */
  communes: readonly string[];
  /** Language in which it is written to. */
  locale: string;
  childrenBirthYears: readonly number[];
  /** All that it wrote of its project. */
  words: string;
}

const WEIGHTS: Record<MatchReason['kind'], number> = {
  COMMUNE: 4,
  ACTIVITY: 3,
  LANGUAGE: 3,
  CHILDREN: 2,
  INTEREST: 1,
};
/** Children so many years apart go to school together. */
const NEAR = 2;
/** Words that say nothing of a trade. */
const EMPTY = new Set(
  'a au aux avec dans de des distance du en entreprise et independant la le les libera liberal pour sur travail un une'.split(
    ' ',
  ),
);
/** As much of a word as its forms share: graphiste, graphisme. */
const STEM = 6;

const stems = (text: string | null): Map<string, string> =>
  new Map(
    nameWords(text ?? '')
      .filter((word) => word.length > 2 && !EMPTY.has(word))
      .map((word) => [word.slice(0, STEM), word]),
  );

/** What speaks for a sponsor, the strongest first; nothing in it tells a birth year or who the household is. */
export function matchReasons(sponsor: MatchSponsor, household: MatchHousehold): MatchReason[] {
  const reasons: MatchReason[] = [];
  if (sponsor.communeCode && household.communes.includes(sponsor.communeCode))
    reasons.push({ kind: 'COMMUNE', words: [sponsor.communeCode] });
  const theirs = stems(household.activity);
  const trade = [...stems(sponsor.activity).keys()].some((stem) => theirs.has(stem));
  if (trade && sponsor.activity) reasons.push({ kind: 'ACTIVITY', words: [sponsor.activity] });
  if (household.locale !== 'fr' && sponsor.languages.includes(household.locale))
    reasons.push({ kind: 'LANGUAGE', words: [household.locale] });
  const apart = yearsApart(sponsor.childrenBirthYears, household.childrenBirthYears);
  if (apart <= NEAR) reasons.push({ kind: 'CHILDREN', words: [String(apart)] });
  const said = stems(household.words);
  const shared = sponsor.interests.filter((interest) =>
    [...stems(interest).keys()].some((stem) => said.has(stem)),
  );
  if (shared.length > 0) reasons.push({ kind: 'INTEREST', words: shared });
  return reasons;
}

/** How strongly reasons speak; interests count one by one, up to three. */
export const matchScore = (reasons: readonly MatchReason[]): number =>
  reasons.reduce(
    (sum, { kind, words }) => sum + WEIGHTS[kind] * (kind === 'INTEREST' ? Math.min(words.length, 3) : 1),
    0,
  );

function yearsApart(some: readonly number[], others: readonly number[]): number {
  return Math.min(...some.flatMap((one) => others.map((other) => Math.abs(one - other))));
}

/** A reason as a sentence. The commune is named beside it by who knows its name. */
export function reasonInWords({ kind, words }: MatchReason, locale: string): string {
  const english = locale === 'en';
  const said = words.join(', ');
  switch (kind) {
    case 'COMMUNE':
      return english
        ? 'Lives in a commune where the household settles, or of which it thinks'
        : 'Habite une commune où le foyer s’installe, ou à laquelle il pense';
    case 'ACTIVITY':
      return english ? `Knows the trade: ${said}` : `Connaît le métier : ${said}`;
    case 'LANGUAGE':
      return english
        ? `Speaks the language of the household: ${languageName(said, 'en')}`
        : `Parle la langue du foyer : ${languageName(said, 'fr')}`;
    case 'CHILDREN':
      return childrenInWords(Number(said), english);
    case 'INTEREST':
      return english ? `Shared interests: ${said}` : `Goûts en commun : ${said}`;
  }
}

function childrenInWords(apart: number, english: boolean): string {
  if (apart === 0) return english ? 'Children of the same age' : 'Des enfants du même âge';
  if (english) return `Children of near age: ${apart === 1 ? 'a year' : `${apart} years`} apart`;
  return `Des enfants d’âges proches : ${apart} an${apart === 1 ? '' : 's'} d’écart`;
}

const languageName = (code: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
