import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import { emailAddress, phoneNumber } from '@ancrage/input/contact-keys';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { PROSPECT_WORDING_VERSION } from '../prospect/consent-wording.js';
import type { HouseholdNeeds } from './household-needs.js';
import type { HouseholdChildInput, RegisterHouseholdInput } from './register.input.js';

/** A household of one registration, checked: adults first, then children by year of birth. */
export interface Party {
  adults: number;
  childrenBirthYears: number[];
}

export const peopleOf = ({ adults, childrenBirthYears }: Party): number => adults + childrenBirthYears.length;

/** Who comes. More than 10 adults or 10 children is a group, for the territory to talk with. */
export function readParty(
  { adults, children }: { adults: number; children?: HouseholdChildInput[] | null },
  problems: Problems,
): Party {
  if (adults < 1)
    problems.add('adults', 'Au moins un adulte vient avec le foyer.', 'At least one adult comes along.');
  else if (adults > 10)
    problems.add(
      'adults',
      'Dix adultes au plus. Pour un groupe, écrivez au territoire.',
      'Ten adults at most. For a group, write to the territory.',
    );
  const years = (children ?? []).map(({ birthYear }) => birthYear);
  if (years.length > 10)
    problems.add(
      'children',
      'Dix enfants au plus. Pour un groupe, écrivez au territoire.',
      'Ten children at most. For a group, write to the territory.',
    );
  const thisYear = new Date().getFullYear();
  for (const [index, year] of years.slice(0, 10).entries()) {
    if (year < thisYear - 25 || year > thisYear + 1)
      problems.add(
        `children.${index}.birthYear`,
        `Une année de naissance entre ${thisYear - 25} et ${thisYear + 1}.`,
        `A year of birth from ${thisYear - 25} to ${thisYear + 1}.`,
      );
  }
  return { adults, childrenBirthYears: years.toSorted((one, other) => one - other) };
}

/** What they ask for, with nothing but what was filled in. */
export function readNeeds(input: HouseholdNeeds | null | undefined, problems: Problems): HouseholdNeeds {
  if (!input) return {};
  const { lodging, childcare, carSharing } = input;
  return {
    ...(lodging && { lodging }),
    ...optional('diet', optionalText(input.diet, 'needs.diet', 300, problems)),
    ...(childcare?.length && { childcare: childcare.toSorted((one, other) => one - other) }),
    ...(carSharing && { carSharing }),
    ...optional('leavingFrom', optionalText(input.leavingFrom, 'needs.leavingFrom', 120, problems)),
    ...optional('remarks', optionalText(input.remarks, 'needs.remarks', 1000, problems, cleanText)),
  };
}

const optional = (name: string, value: string | null) => (value ? { [name]: value } : {});

/** A text that may be left out; null when it is. */
function optionalText(
  text: string | null | undefined,
  field: string,
  longest: number,
  problems: Problems,
  clean = cleanLine,
): string | null {
  const kept = clean(text ?? '');
  return kept === '' ? null : problems.text(field, kept, longest);
}

/** A form for a session, checked and cleaned; what is wrong is noted in `problems`. */
export function readHouseholdForm(input: RegisterHouseholdInput, problems: Problems) {
  const { contact, consent } = input;
  const name = problems.text('contact.name', cleanLine(contact.name), 120);
  const email = emailAddress(contact.email);
  if (!email)
    problems.add(
      'contact.email',
      'Cette adresse e-mail ne peut pas être lue, par exemple prenom@exemple.fr.',
      'This e-mail address cannot be read; one looks like name@example.org.',
    );
  const typedPhone = contact.phone?.trim();
  const phone = typedPhone ? phoneNumber(typedPhone) : null;
  if (typedPhone && !phone)
    problems.add(
      'contact.phone',
      'Ce numéro ne peut pas être lu, par exemple 06 12 34 56 78.',
      'This number cannot be read; one looks like +33 6 12 34 56 78.',
    );
  if (!consent.accepted)
    problems.add(
      'consent',
      'Sans votre accord, nous ne pouvons pas garder cette inscription.',
      'Without your consent we cannot keep this registration.',
    );
  else if (consent.textVersion !== PROSPECT_WORDING_VERSION)
    problems.add(
      'consent',
      `La phrase à accepter a changé : lisez-la de nouveau (version ${PROSPECT_WORDING_VERSION}).`,
      `The sentence to agree to has changed: please read it again (version ${PROSPECT_WORDING_VERSION}).`,
    );
  const idempotencyKey = problems.text('idempotencyKey', input.idempotencyKey, 100);
  // Machines fill in what people do not see.
  if (input.website?.trim()) problems.add('website', 'Laissez ce champ vide.', 'Leave this field empty.');
  return {
    name,
    email: email ?? '',
    phone,
    party: readParty(input, problems),
    project: optionalText(input.project, 'project', 2000, problems, cleanText),
    activity: optionalText(input.activity, 'activity', 200, problems),
    needs: readNeeds(input.needs, problems),
    heardWords: optionalText(input.heard?.words, 'heard.words', 300, problems),
    idempotencyKey,
  };
}

export type HouseholdForm = ReturnType<typeof readHouseholdForm>;
