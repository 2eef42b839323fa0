import { cleanText } from '@ancrage/input/clean-text';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { PROSPECT_WORDING_VERSION, type ProspectConsentPurpose, prospectWording } from './consent-wording.js';
import type { NewProspectConsent } from './newcomer.js';
import type { ProspectConsentInput } from './prospect.input.js';

const PURPOSES: readonly ProspectConsentPurpose[] = ['FOLLOW_UP', 'NEWS'];
const CHANNELS = ['PHONE', 'PAPER'] as const;
/** Version of words that are not the site's: a form of paper, a sentence said on the telephone. */
const OWN_WORDS = 'own';

/** A consent that an agent took down, checked; null with a problem for what is none. */
export function givenConsent(input: ProspectConsentInput, problems: Problems): NewProspectConsent | null {
  const purpose = PURPOSES.find((known) => known === input.purpose);
  const channel = CHANNELS.find((known) => known === input.channel);
  const wording = cleanText(input.wording);
  if (!purpose || !channel) {
    problems.add(
      'consent',
      'Dites à quoi et comment le foyer a consenti.',
      'Say what was agreed to, and how.',
    );
    return null;
  }
  if (wording.length < 10 || wording.length > 2000) {
    problems.add(
      'wording',
      'Recopiez les mots exacts, en 2 000 caractères au plus.',
      'Copy the exact words, in at most 2,000 characters.',
    );
    return null;
  }
  const ours = ['fr', 'en'].some((locale) => prospectWording(purpose, locale) === wording);
  return { purpose, channel, wording, version: ours ? PROSPECT_WORDING_VERSION : OWN_WORDS };
}
