import { cleanLine, cleanText, isLookalike } from '@ancrage/input/clean-text';
import { phoneNumber, websiteAddress } from '@ancrage/input/contact-keys';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { isLanguage } from '../vocabulary/languages.js';
import { nafCode } from '../vocabulary/naf.js';
import { vocabularySkill } from '../vocabulary/skills.js';
import type { EntryInput } from './entry.input.js';
import type { EntryFields } from './entry-fields.js';

const NAME = 80;
const PRESENTATION = 1500;
const SKILL = 60;
const SKILLS = 12;
const LANGUAGES = 8;
const AREA = 120;

/**
 * Reads an entry as it was typed: cleaned, each value in its one form. Notes what cannot be kept; what is missing is no
 * problem of a draft.
 */
export function readEntry(input: EntryInput, photoId: string | null, problems: Problems): EntryFields {
  const line = (field: string, text: string | null | undefined, longest: number) => {
    const kept = cleanLine(text ?? '');
    if (kept.length > longest) tooLong(problems, field, kept.length, longest);
    return kept;
  };
  const given = <Value>(
    field: string,
    text: string | null | undefined,
    read: (text: string) => Value | null,
    fr: string,
    en: string,
  ) => {
    const kept = cleanLine(text ?? '');
    const value = kept === '' ? null : read(kept);
    if (kept !== '' && value === null) problems.add(field, fr, en);
    return value;
  };
  const name = (field: string, text: string) => {
    const kept = line(field, text, NAME);
    if (isLookalike(kept))
      problems.add(
        field,
        'Ce texte mêle des lettres de plusieurs alphabets qui se ressemblent : écrivez-le dans un seul.',
        'This mixes letters of several alphabets that look alike: write it in one of them.',
      );
    return kept;
  };
  const presentation = cleanText(input.presentation ?? '');
  if (presentation.length > PRESENTATION)
    tooLong(problems, 'presentation', presentation.length, PRESENTATION);
  const blurred = input.shownPlace === 'AREA';
  return {
    displayName: name('displayName', input.displayName),
    activity: name('activity', input.activity),
    skills: readSkills(input.skills, problems),
    presentation: presentation || null,
    communeCode: given(
      'communeCode',
      input.communeCode,
      (code) => (/^\d[\dAB]\d{3}$/.test(code) ? code : null),
      'Choisissez une commune de la liste.',
      'Choose a commune of the list.',
    ),
    shownPlace: input.shownPlace,
    area: blurred ? line('area', input.area, AREA) || null : null,
    nafCode: given(
      'nafCode',
      input.nafCode,
      nafCode,
      'Ce code NAF n’existe pas : il s’écrit comme 62.01Z.',
      'There is no such NAF code: it is written like 62.01Z.',
    ),
    languages: readLanguages(input.languages, problems),
    phone: given(
      'phone',
      input.phone,
      phoneNumber,
      'Écrivez le numéro en chiffres, comme 05 61 02 03 04.',
      'Write the number in digits, such as +33 5 61 02 03 04.',
    ),
    website: given(
      'website',
      input.website,
      websiteAddress,
      'Écrivez une adresse complète en https://',
      'Write a whole address with https://',
    ),
    canSponsor: input.canSponsor,
    photoId,
    shown: [...new Set(input.shown)],
  };
}

function readSkills(typed: readonly string[], problems: Problems): string[] {
  const skills = new Map<string, string>();
  for (const text of typed) {
    const skill = cleanLine(text);
    if (skill === '') continue;
    if (skill.length > SKILL) tooLong(problems, 'skills', skill.length, SKILL);
    const label = vocabularySkill(skill) ?? skill;
    if (!skills.has(label.toLowerCase())) skills.set(label.toLowerCase(), label);
  }
  if (skills.size > SKILLS)
    problems.add(
      'skills',
      `${SKILLS} compétences au plus : gardez les principales.`,
      `At most ${SKILLS} skills: keep the main ones.`,
    );
  return [...skills.values()];
}

function readLanguages(typed: readonly string[], problems: Problems): string[] {
  const languages = [...new Set(typed.filter(Boolean))];
  if (!languages.every(isLanguage))
    problems.add('languages', 'Choisissez des langues de la liste.', 'Choose languages of the list.');
  if (languages.length > LANGUAGES)
    problems.add('languages', `${LANGUAGES} langues au plus.`, `At most ${LANGUAGES} languages.`);
  return languages;
}

function tooLong(problems: Problems, field: string, length: number, longest: number): void {
  problems.add(
    field,
    `${longest} caractères au plus : il y en a ${length}.`,
    `${longest} characters at most: there are ${length}.`,
  );
}

/** Notes what an entry still lacks to be shown to anybody. */
export function noteMissing(fields: EntryFields, problems: Problems): void {
  type Needed = 'displayName' | 'activity' | 'skills' | 'communeCode' | 'area';
  const words: [Needed, string, string][] = [
    ['displayName', 'Indiquez le nom sous lequel vous travaillez.', 'Give the name under which you work.'],
    ['activity', 'Dites en quelques mots ce que vous faites.', 'Say in a few words what you do.'],
    ['skills', 'Indiquez une compétence au moins.', 'Give one skill at least.'],
    ['communeCode', 'Choisissez votre commune.', 'Choose your commune.'],
  ];
  for (const [field, fr, en] of words) {
    const value = fields[field];
    if (value === null || value.length === 0) problems.add(field, fr, en);
  }
  if (fields.shownPlace === 'AREA' && !fields.area)
    problems.add(
      'area',
      'Choisissez votre commune : ses environs en sont déduits.',
      'Choose your commune: its surroundings follow from it.',
    );
}
