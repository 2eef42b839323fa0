import type { RequestOrigin } from '@ancrage/subgraph/context';
import { type ContactConsent, consentWording } from './contact-consent.js';
import type { Premises } from './premises.entity.js';
import type { PremisesInput } from './premises.input.js';
import { day, hasContact } from './premises.problems.js';

/** Writes cleaned and checked input into the entity. */
export function writePremises(premises: Premises, input: PremisesInput, origin: RequestOrigin): void {
  premises.kind = input.kind;
  premises.communeCode = input.communeCode;
  premises.title = input.title;
  premises.description = input.description ?? '';
  premises.address = input.address;
  premises.surface = input.surface;
  premises.places = input.places;
  premises.tenure = input.tenure;
  premises.priceEuros = input.priceEuros;
  premises.fibre = input.fibre;
  premises.availableFrom = input.availableFrom && day(input.availableFrom);
  premises.expiresOn = day(input.expiresOn);
  premises.website = input.website;
  writeContact(premises, input, origin);
}

/** An agreement is to being named with these details: other details, or other words, need it again. */
function writeContact(premises: Premises, input: PremisesInput, { locale, viewer }: RequestOrigin): void {
  const given = hasContact(input) ? input.contactConsent : undefined;
  const same =
    premises.contactConsent?.version === given?.version &&
    premises.contactConsent?.channel === given?.channel &&
    CONTACT.every((name) => (premises[name] ?? undefined) === (input[name] ?? undefined));
  for (const name of CONTACT) premises[name] = given ? input[name] : undefined;
  if (given && same) return;
  premises.contactConsentAt = given ? new Date() : undefined;
  premises.contactConsent = given
    ? ({
        ...consentWording(locale),
        channel: given.channel,
        recordedBy: viewer?.userId ?? null,
      } satisfies ContactConsent)
    : undefined;
}

const CONTACT = ['contactName', 'contactEmail', 'contactPhone'] as const;
