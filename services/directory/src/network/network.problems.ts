import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import { emailAddress, phoneNumber, websiteAddress } from '@ancrage/input/contact-keys';
import type { Problems } from '@ancrage/subgraph/field-problem';
import type {
  NetworkActorInput,
  NetworkContactInput,
  NetworkExchangeInput,
  NetworkOfferInput,
} from './network.input.js';

const MOST_DAYS = 60;

/** A date without an hour as the database keeps it. */
export const day = (date: Date | null | undefined): string | null => date?.toISOString().slice(0, 10) ?? null;

const line = (text: string | null | undefined) => cleanLine(text ?? '') || null;
const long = (text: string | null | undefined) => cleanText(text ?? '') || null;

function bounded(problems: Problems, field: string, text: string | null, longest: number): string | null {
  return text === null ? null : problems.text(field, text, longest);
}

/** An actor's values as they are kept, $3 and on of its statements; what is wrong with them is noted. */
export function actorValues(input: NetworkActorInput, problems: Problems): unknown[] {
  const name = problems.text('name', cleanLine(input.name), 120);
  const description = bounded(problems, 'description', long(input.description), 1000);
  const commitment = bounded(problems, 'commitment', long(input.commitment), 1000);
  const site = line(input.website);
  const website = site && websiteAddress(site);
  if (site && !website)
    problems.add(
      'website',
      'Écrivez une adresse complète en https://',
      'Write a whole address with https://',
    );
  const [on, until] = [day(input.committedOn), day(input.committedUntil)];
  if ((on || until) && !commitment)
    problems.add('commitment', 'Écrivez à quoi il s’engage.', 'Write down what it commits itself to.');
  if (on && until && until < on)
    problems.add('committedUntil', 'La fin précède le début.', 'The end is before the beginning.');
  return [
    input.kind,
    name,
    input.scale,
    description,
    website,
    input.communeCode ?? null,
    commitment,
    on,
    until,
  ];
}

/** An offer's values as they are kept. */
export function offerValues({ step, what, answersWithin }: NetworkOfferInput, problems: Problems): unknown[] {
  const days = answersWithin ?? null;
  if (days !== null && (days < 0 || days > MOST_DAYS))
    problems.add(
      'answersWithin',
      `De 0 à ${MOST_DAYS} jours ouvrés.`,
      `From 0 to ${MOST_DAYS} working days.`,
    );
  return [step, problems.text('what', cleanLine(what), 300), days];
}

/** A contact's values as they are kept: somebody whom no way reaches is of no use to who must call. */
export function contactValues(input: NetworkContactInput, problems: Problems): unknown[] {
  const [address, number] = [line(input.email), line(input.phone)];
  const [email, phone] = [address && emailAddress(address), number && phoneNumber(number)];
  if (address && !email)
    problems.add(
      'email',
      'Écrivez une adresse complète, comme nom@exemple.fr.',
      'Write a whole address, such as name@example.org.',
    );
  if (number && !phone)
    problems.add(
      'phone',
      'Écrivez le numéro en chiffres, comme 05 61 00 00 00.',
      'Write the number in digits, such as +33 5 61 00 00 00.',
    );
  if (!address && !number)
    problems.add('email', 'Donnez une adresse ou un numéro.', 'Give an address or a number.');
  const name = problems.text('name', cleanLine(input.name), 120);
  return [name, bounded(problems, 'role', line(input.role), 120), email, phone];
}

/** An exchange's values as they are kept. */
export function exchangeValues(input: NetworkExchangeInput, problems: Problems, now = new Date()): unknown[] {
  const askedAt = input.askedAt ?? now;
  if (askedAt > now) problems.add('askedAt', 'Cette date est à venir.', 'This date is yet to come.');
  const subject = problems.text('subject', cleanLine(input.subject), 300);
  return [subject, input.means, input.step ?? null, askedAt];
}
