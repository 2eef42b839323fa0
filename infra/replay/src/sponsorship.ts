import { type Outcome, refused } from './outcome.js';
import type { Person } from './people.js';
import type { Attendee } from './session.js';
import type { Stage } from './stage.js';

/** A solo of the directory becomes a sponsor; the agent proposes them to a household, and both say yes by their links. */
export async function replaySponsorship(
  stage: Stage,
  { household, prospectId }: Attendee,
  person: Person,
  tell: (line: string) => void,
): Promise<void> {
  const sponsorId = await addSponsor(stage, person);
  const { agent, ask, site, tokenFrom } = stage;
  const { done: proposed } = await agent<{ done: Proposed }>(
    `mutation ($prospectId: ID!, $sponsorId: ID!) {
       done: proposeSponsorship(prospectId: $prospectId, sponsorId: $sponsorId) { __typename
         ... on SponsorshipSaved { record { id } } ... on SponsorshipRefused { problems { field message } } } }`,
    { prospectId, sponsorId },
  );
  const { id } = proposed.record ?? refused(proposed);

  const sponsorToken = await tokenFrom(person.email, '/parrainage/');
  const page = await site.get(`/parrainage/${sponsorToken}`);
  if (page.status !== 200 || page.body.includes(household.name))
    throw new Error('a sponsor reads the name of a household before both have said yes');
  const { done: accepted } = await ask<{ done: Outcome }>(
    `mutation ($token: String!, $id: ID!) {
       done: answerSponsorshipAsSponsor(token: $token, id: $id, accept: true) { __typename
         ... on OwnSponsorRefused { message } } }`,
    { token: sponsorToken, id },
  );
  if (accepted.__typename !== 'OwnSponsorSaved') refused(accepted);

  const { done } = await ask<{ done: Answered }>(
    `mutation ($token: String!, $id: ID!) {
       done: answerSponsorshipAsHousehold(token: $token, id: $id, accept: true) { __typename
         ... on OwnSponsorshipSaved { sponsorship { status } } ... on OwnSponsorshipRefused { message } } }`,
    { token: await tokenFrom(household.email, '/mon-projet/'), id },
  );
  const { status } = done.sponsorship ?? refused(done);
  if (status !== 'ACTIVE') throw new Error(`the sponsorship is ${status}`);
  tell('Un parrain proposé accepte par son lien, le foyer par le sien : le parrainage commence');
}

/** The agent writes down that somebody of the directory agreed, in the sentence that is read to them. */
async function addSponsor({ agent, ask }: Stage, person: Person): Promise<string> {
  const { solos } = await ask<{ solos: { nodes: { id: string; displayName: string }[] } }>(
    '{ solos(first: 100, filter: { canSponsor: true }) { nodes { id displayName } } }',
  );
  const solo = solos.nodes.find(({ displayName }) => displayName === person.name);
  if (!solo) throw new Error(`« ${person.name} » does not offer to be a sponsor`);
  const { sponsorWordings } = await agent<{ sponsorWordings: { sponsor: string } }>(
    '{ sponsorWordings { sponsor } }',
  );
  const { name, email, activity, communeCode } = person;
  const input = {
    sponsor: { name, email, activity, communeCode, languages: ['fr'], capacity: 1 },
    consent: { channel: 'PHONE', wording: sponsorWordings.sponsor },
    soloId: solo.id,
    knownBy: [email],
  };
  const { done } = await agent<{ done: Proposed }>(
    `mutation ($input: CreateSponsorInput!) { done: createSponsor(input: $input) { __typename
       ... on SponsorSaved { record { id } } ... on SponsorRefused { problems { field message } } } }`,
    { input },
  );
  return (done.record ?? refused(done)).id;
}

interface Proposed extends Outcome {
  record?: { id: string };
}
interface Answered extends Outcome {
  sponsorship?: { status: string };
}
