import { cleanLine, cleanText, isLookalike } from '@ancrage/input/clean-text';
import { emailAddress, emailKey, phoneNumber, websiteAddress } from '@ancrage/input/contact-keys';
import { Problems } from '@ancrage/subgraph/field-problem';
import { bareSiret, isSiret } from '../sirene/siret.js';
import type { SoloInput } from './solo-record.input.js';

/** What is known of a solo, cleaned and checked: as it is written to the database. */
export interface SoloFacts {
  displayName: string;
  activity: string;
  identifiedBy: string;
  personName: string | null;
  email: string | null;
  emailKey: string | null;
  phone: string | null;
  siret: string | null;
  website: string | null;
  communeCode: string | null;
  area: string | null;
  nafCode: string | null;
  skills: string[];
  presentation: string | null;
  languages: string[];
  canSponsor: boolean;
  shown: string[];
  notes: string | null;
}

const COMMUNE = /^(\d{2}|2[AB])\d{3}$/;
const NAF = /^(\d{2})\.?(\d{2})([A-Z])$/;
const SHOWABLE = ['PHONE', 'WEBSITE'];

/** Cleans what was typed; what is wrong with it is in `problems`. */
export function soloFacts(input: SoloInput, problems: Problems): SoloFacts {
  const line = (field: keyof SoloInput, longest: number): string | null => {
    const kept = cleanLine(String(input[field] ?? ''));
    if (kept.length > longest)
      problems.add(field, `${longest} caractères au plus.`, `${longest} characters at most.`);
    return kept || null;
  };
  const read = <Value>(
    field: keyof SoloInput,
    how: (text: string) => Value | null,
    fr: string,
    en: string,
  ): Value | null => {
    const text = cleanLine(String(input[field] ?? ''));
    const value = text === '' ? null : how(text);
    if (text !== '' && value === null) problems.add(field, fr, en);
    return value;
  };
  const displayName = problems.text('displayName', line('displayName', 120) ?? '', 120);
  if (isLookalike(displayName))
    problems.add(
      'displayName',
      'Ce nom mélange des alphabets : écrivez-le avec un seul.',
      'This name mixes alphabets: write it with one of them.',
    );
  const email = read(
    'email',
    emailAddress,
    'Écrivez une adresse complète, comme nom@exemple.fr.',
    'Write a whole address, such as name@example.org.',
  );
  return {
    displayName,
    activity: line('activity', 120) ?? '',
    identifiedBy: problems.text('identifiedBy', line('identifiedBy', 200) ?? '', 200),
    personName: line('personName', 120),
    email,
    emailKey: email && emailKey(email),
    phone: read(
      'phone',
      phoneNumber,
      'Écrivez le numéro en chiffres, comme 05 61 00 00 00.',
      'Write the number in digits, such as +33 5 61 00 00 00.',
    ),
    siret: read(
      'siret',
      (text) => (isSiret(bareSiret(text)) ? bareSiret(text) : null),
      'Ce n’est pas un SIRET : 14 chiffres, dont le dernier contrôle les autres.',
      'This is no SIRET: 14 digits, of which the last checks the others.',
    ),
    website: read(
      'website',
      websiteAddress,
      'Écrivez une adresse complète en https://',
      'Write a whole address with https://',
    ),
    communeCode: read(
      'communeCode',
      (text) => (COMMUNE.test(text) ? text : null),
      'Choisissez une commune.',
      'Choose a commune.',
    ),
    area: line('area', 80),
    nafCode: read(
      'nafCode',
      (text) =>
        text
          .toUpperCase()
          .match(NAF)
          ?.slice(1)
          .join('')
          .replace(/^(\d{2})/, '$1.') ?? null,
      'Un code NAF s’écrit comme 62.01Z.',
      'A NAF code is written such as 62.01Z.',
    ),
    skills: skillsOf(input.skills ?? [], problems),
    presentation: long('presentation', input.presentation, 1500, problems),
    languages: [...new Set((input.languages ?? []).filter((code) => /^[a-z]{2}$/.test(code)))],
    canSponsor: input.canSponsor ?? false,
    shown: SHOWABLE.filter((field) => input.shown?.includes(field)),
    notes: long('notes', input.notes, 4000, problems),
  };
}

function long(
  field: string,
  text: string | null | undefined,
  longest: number,
  problems: Problems,
): string | null {
  const kept = cleanText(text ?? '');
  if (kept.length > longest)
    problems.add(field, `${longest} caractères au plus.`, `${longest} characters at most.`);
  return kept || null;
}

function skillsOf(given: readonly string[], problems: Problems): string[] {
  const skills = [...new Set(given.map(cleanLine).filter(Boolean))];
  if (skills.length > 20) problems.add('skills', 'Au plus 20 compétences.', 'At most 20 skills.');
  if (skills.some((skill) => skill.length > 60))
    problems.add('skills', '60 caractères au plus par compétence.', 'At most 60 characters a skill.');
  return skills;
}
