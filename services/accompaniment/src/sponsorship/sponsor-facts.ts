import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import { emailKey, phoneNumber } from '@ancrage/input/contact-keys';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { birthYears, bounded, emailOf, phoneOf } from '../prospect/prospect-facts.js';
import type { SponsorInput } from './sponsor.input.js';

/** What is known of a sponsor, cleaned and checked: as it is written to the database. */
export interface SponsorFacts {
  name: string;
  email: string;
  emailKey: string;
  phone: string | null;
  locale: string;
  communeCode: string | null;
  activity: string | null;
  presentation: string | null;
  languages: string[];
  interests: string[];
  childrenBirthYears: number[];
  capacity: number;
}

const COMMUNE = /^(\d{2}|2[AB])\d{3}$/;
const LANGUAGE = /^[a-z]{2}$/;
/** More households at a time are too many for one person. */
export const MOST_HOUSEHOLDS = 20;

/** Cleans what was typed; what is wrong with it is in `problems`. */
export function sponsorFacts(input: SponsorInput, locale: string, problems: Problems): SponsorFacts {
  const name = problems.text('name', cleanLine(input.name), 120);
  const email = emailOf(input.email, problems);
  if (cleanLine(input.email) === '')
    problems.add(
      'email',
      'L’adresse est à donner : le parrain reçoit son lien par elle.',
      'The address is needed: the sponsor gets their link by it.',
    );
  const { capacity } = input;
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > MOST_HOUSEHOLDS)
    problems.add(
      'capacity',
      `De 1 à ${MOST_HOUSEHOLDS} foyers à la fois.`,
      `1 to ${MOST_HOUSEHOLDS} households at a time.`,
    );
  const commune = cleanLine(input.communeCode ?? '');
  if (commune !== '' && !COMMUNE.test(commune))
    problems.add('communeCode', 'Choisissez une commune.', 'Choose a commune.');
  return {
    name,
    email: email ?? '',
    emailKey: email ? emailKey(email) : '',
    phone: phoneOf(input.phone, problems),
    locale: (input.locale ?? locale) === 'en' ? 'en' : 'fr',
    communeCode: commune || null,
    activity: bounded('activity', cleanLine(input.activity ?? ''), 200, problems),
    presentation: bounded('presentation', cleanText(input.presentation ?? ''), 600, problems),
    languages: [...new Set(input.languages ?? [])].filter((code) => LANGUAGE.test(code)).slice(0, 12),
    interests: interestsOf(input.interests ?? [], problems),
    childrenBirthYears: birthYears(input.childrenBirthYears ?? [], problems),
    capacity,
  };
}

function interestsOf(typed: readonly string[], problems: Problems): string[] {
  const interests = [...new Set(typed.map((interest) => cleanLine(interest)).filter(Boolean))];
  if (interests.length > 12 || interests.some((interest) => interest.length > 40))
    problems.add(
      'interests',
      'Au plus 12 goûts, de 40 caractères chacun.',
      'At most 12 interests, of 40 characters each.',
    );
  return interests;
}

/** Addresses and numbers by which the directory knows a solo; what is neither is left out. */
export const knownKeys = (typed: readonly string[]): string[] => [
  ...new Set(
    typed
      .map((text) => (text.includes('@') ? emailKey(text) : phoneNumber(text)))
      .filter((key): key is string => key !== null),
  ),
];

export const soloIdOf = (id: string | null | undefined): string | null => (id && isUuid(id) ? id : null);
