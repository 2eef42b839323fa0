import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import { emailAddress, phoneNumber } from '@ancrage/input/contact-keys';
import type { Problems } from '@ancrage/subgraph/field-problem';
import type { InstallationHorizon } from '../installation/installation-status.js';
import type { ProspectInput } from './prospect.input.js';

/** What is known of a household, cleaned and checked: as it is written to the database. */
export interface ProspectFacts {
  name: string;
  email: string | null;
  phone: string | null;
  livesIn: string | null;
  callWhen: string | null;
  locale: string;
  adults: number;
  childrenBirthYears: number[];
  project: string | null;
  activity: string | null;
  neededSpeed: string | null;
  neededServices: string[];
  housing: string | null;
  premises: string | null;
  wishedCommunes: string[];
  horizon: InstallationHorizon | null;
}

const COMMUNE = /^(\d{2}|2[AB])\d{3}$/;
/** Classes of the territory subgraph, and words of the map: what is none is left out, nobody typed it. */
const SPEED = /^(FROM|BELOW)_\d{1,5}$/;
const SERVICE = /^[a-z][a-z-]{1,29}$/;

/** Cleans what was typed; what is wrong with it is in `problems`. */
export function prospectFacts(input: ProspectInput, locale: string, problems: Problems): ProspectFacts {
  const short = (field: keyof ProspectInput, longest: number) =>
    bounded(field, cleanLine(String(input[field] ?? '')), longest, problems);
  const long = (field: keyof ProspectInput, longest: number) =>
    bounded(field, cleanText(String(input[field] ?? '')), longest, problems);
  return {
    name: problems.text('name', cleanLine(input.name), 120),
    email: emailOf(input.email, problems),
    phone: phoneOf(input.phone, problems),
    livesIn: short('livesIn', 120),
    callWhen: short('callWhen', 120),
    locale: (input.locale ?? locale) === 'en' ? 'en' : 'fr',
    adults: adultsOf(input.adults, problems),
    childrenBirthYears: birthYears(input.childrenBirthYears ?? [], problems),
    project: long('project', 2000),
    activity: short('activity', 200),
    neededSpeed: input.speed && SPEED.test(input.speed) ? input.speed : null,
    neededServices: [...new Set(input.services ?? [])].filter((word) => SERVICE.test(word)).slice(0, 40),
    housing: long('housing', 500),
    premises: long('premises', 500),
    wishedCommunes: [...new Set(input.wishedCommunes ?? [])]
      .filter((code) => COMMUNE.test(code))
      .slice(0, 20),
    horizon: input.horizon ?? null,
  };
}

/** A text that is no longer than it may be; null for none. */
export function bounded(field: string, text: string, longest: number, problems: Problems): string | null {
  if (text.length > longest)
    problems.add(field, `${longest} caractères au plus.`, `${longest} characters at most.`);
  return text || null;
}

export function emailOf(typed: string | null | undefined, problems: Problems): string | null {
  const text = cleanLine(typed ?? '');
  const email = text === '' ? null : emailAddress(text);
  if (text !== '' && email === null)
    problems.add(
      'email',
      'Écrivez une adresse complète, comme nom@exemple.fr.',
      'Write a whole address, such as name@example.org.',
    );
  return email;
}

export function phoneOf(typed: string | null | undefined, problems: Problems): string | null {
  const text = cleanLine(typed ?? '');
  const phone = text === '' ? null : phoneNumber(text);
  if (text !== '' && phone === null)
    problems.add(
      'phone',
      'Écrivez le numéro en chiffres, comme 05 61 00 00 00.',
      'Write the number in digits, such as +33 5 61 00 00 00.',
    );
  return phone;
}

export function adultsOf(adults: number | null | undefined, problems: Problems): number {
  if (adults === null || adults === undefined) return 1;
  if (adults < 1 || adults > 10) problems.add('adults', 'De 1 à 10 adultes.', '1 to 10 adults.');
  return adults;
}

/** Eldest first. A child of next year is not born yet, one of 30 years ago is none. */
export function birthYears(years: readonly number[], problems: Problems, now = new Date()): number[] {
  const latest = now.getUTCFullYear();
  if (years.length > 10) problems.add('childrenBirthYears', 'Au plus 10 enfants.', 'At most 10 children.');
  if (years.some((year) => year < latest - 25 || year > latest))
    problems.add(
      'childrenBirthYears',
      `Une année de naissance se lit comme ${latest - 6}, de ${latest - 25} à ${latest}.`,
      `A year of birth reads like ${latest - 6}, from ${latest - 25} to ${latest}.`,
    );
  return [...years].sort((a, b) => a - b);
}
