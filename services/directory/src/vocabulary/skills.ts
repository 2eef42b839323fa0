import { SKILL_TABLE } from './skill-table.js';

/** A skill of the vocabulary. Entries hold its French label, which is what search and facets go by. */
export interface VocabularySkill {
  fr: string;
  en: string;
  family: string;
}

/** Every skill of the vocabulary, by family and in the order of the table. */
export const SKILLS: readonly VocabularySkill[] = Object.entries(SKILL_TABLE).flatMap(
  ([family, { skills }]) =>
    skills.split('\n').map((line) => {
      const [fr = '', en = ''] = line.split('|').map((label) => label.trim());
      return { fr, en, family };
    }),
);

/** A label without case, accents and typographic apostrophes: how it is compared. */
const keyOf = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();

const BY_KEY = new Map(SKILLS.flatMap(({ fr, en }) => [en, fr].map((label) => [keyOf(label), fr] as const)));

/** The label of the vocabulary that a text means in either language, or null for a free addition. */
export const vocabularySkill = (text: string): string | null => BY_KEY.get(keyOf(text)) ?? null;

/** Skills with a word that begins as the text does, first those that begin with it; all of them for an empty text. */
export function searchSkills(text: string, locale: string, most: number): VocabularySkill[] {
  const wanted = keyOf(text.trim());
  const rank = ({ fr, en }: VocabularySkill) => {
    const labels = (locale === 'en' ? [en, fr] : [fr, en]).map(keyOf);
    if (labels.some((label) => label.startsWith(wanted))) return 0;
    return labels.some((label) => label.split(/[\s'-]/).some((word) => word.startsWith(wanted))) ? 1 : 2;
  };
  return SKILLS.map((skill) => ({ skill, rank: rank(skill) }))
    .filter((found) => found.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ skill }) => skill);
}

/** What a family is called in the reader’s language. */
export const familyLabel = (family: string, locale: string): string =>
  SKILL_TABLE[family]?.label[locale === 'en' ? 1 : 0] ?? family;
