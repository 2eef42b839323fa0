import { cleanLine } from '@ancrage/input/clean-text';
import { emailAddress, phoneNumber } from '@ancrage/input/contact-keys';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { PROSPECT_WORDING_VERSION, prospectWording } from '../prospect/consent-wording.js';
import type { Newcomer } from '../prospect/newcomer.js';
import type { CaptureProspectInput } from './capture.input.js';
import { line, optionalText } from './promotion.problems.js';

/** What a captured form tells of a household, checked; what is wrong with it is noted. */
export function newcomerOf(input: CaptureProspectInput, problems: Problems, locale: string): Newcomer {
  const [address, number] = [cleanLine(input.email ?? ''), cleanLine(input.phone ?? '')];
  const [email, phone] = [address ? emailAddress(address) : null, number ? phoneNumber(number) : null];
  if (address && !email)
    problems.add('email', 'Cette adresse n’est pas complète.', 'This address is not complete.');
  if (number && !phone) problems.add('phone', 'Ce numéro n’est pas complet.', 'This number is not complete.');
  if (!address && !number)
    problems.add('email', 'Notez une adresse ou un téléphone.', 'Note an address or a telephone.');
  if (input.adults < 1 || input.adults > 10)
    problems.add('adults', 'De 1 à 10 adultes.', 'From 1 to 10 adults.');
  const year = new Date().getUTCFullYear();
  if (
    input.childrenBirthYears.length > 10 ||
    input.childrenBirthYears.some((born) => born > year || born < year - 25)
  )
    problems.add(
      'childrenBirthYears',
      `Au plus 10 enfants, nés de ${year - 25} à ${year}.`,
      `At most 10 children, born from ${year - 25} to ${year}.`,
    );
  return {
    name: line(problems, 'name', input.name),
    email,
    phone,
    locale,
    adults: input.adults,
    childrenBirthYears: [...input.childrenBirthYears].sort((one, other) => one - other),
    project: optionalText(problems, 'project', input.project, 2000),
    touch: { form: 'FAIR', fairId: input.fairId, declaredChannel: input.declaredChannel ?? null },
    consents: consentsOf(input, email, problems, locale),
    captureKey: input.captureKey,
  };
}

/** Nobody is kept who did not agree, and a sentence that has changed since was not what they read. */
function consentsOf(
  { consent }: CaptureProspectInput,
  email: string | null,
  problems: Problems,
  locale: string,
): Newcomer['consents'] {
  if (!consent.accepted || consent.version !== PROSPECT_WORDING_VERSION)
    problems.add(
      'consent',
      consent.accepted
        ? 'La phrase d’accord a changé depuis : le foyer doit relire la nouvelle.'
        : 'Sans l’accord du foyer, rien n’est gardé.',
      consent.accepted
        ? 'The sentence has changed since: the household has to read the new one.'
        : 'Without the household’s agreement, nothing is kept.',
    );
  if (consent.news && !email)
    problems.add('email', 'Les nouvelles partent par e-mail.', 'News are sent by e-mail.');
  return (['FOLLOW_UP', ...(consent.news ? (['NEWS'] as const) : [])] as const).map((purpose) => ({
    purpose,
    wording: prospectWording(purpose, locale),
    version: PROSPECT_WORDING_VERSION,
    channel: 'FAIR',
  }));
}
