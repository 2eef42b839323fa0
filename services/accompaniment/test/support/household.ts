import { randomUUID } from 'node:crypto';
import { PROSPECT_WORDING_VERSION } from '../../dist/prospect/consent-wording.js';

/** What a form sends, whole; a test changes what it is about. */
export function householdForm(sessionId: string, changes: Record<string, unknown> = {}) {
  const name = randomUUID().slice(0, 8);
  return {
    sessionId,
    contact: { name: `Foyer ${name}`, email: `foyer-${name}@exemple.fr`, phone: '06 12 34 56 78' },
    adults: 1,
    children: [],
    project: 'Reprendre un atelier',
    consent: { textVersion: PROSPECT_WORDING_VERSION, accepted: true },
    idempotencyKey: randomUUID(),
    ...changes,
  };
}

/** The operation of the contract, and the token beside it. */
export const REGISTER = `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) {
  __typename
  ... on RegistrationConfirmed { registration { id status seats } seatsLeft token }
  ... on RegistrationWaitlisted { registration { id status seats } position token }
  ... on RegistrationRefused { reason message problems { field message } } } }`;

const OWN = `id status seats adults childrenBirthYears contactName position offerExpiresAt changeable
  needs { lodging diet childcare carSharing leavingFrom remarks } session { id title }
  visits { title place } checkInToken trail { kind by people seatsLeft memberId household sentence }`;

export const OWN_REGISTRATION = `query ($token: String!) { ownRegistration(token: $token) { ${OWN} } }`;

const result = (field: string) => `${field} { __typename
  ... on OwnRegistrationChanged { registration { ${OWN} } }
  ... on OwnRegistrationRefused { reason message problems { field message } current { ${OWN} } } }`;

/** What a household does by its link. */
export const OWN_CHANGE = {
  change: `mutation ($token: String!, $input: OwnRegistrationInput!) { done: ${result('changeOwnRegistration(token: $token, input: $input)')} }`,
  cancel: `mutation ($token: String!) { done: ${result('cancelOwnRegistration(token: $token)')} }`,
  accept: `mutation ($token: String!) { done: ${result('acceptOffer(token: $token)')} }`,
  decline: `mutation ($token: String!) { done: ${result('declineOffer(token: $token)')} }`,
};
