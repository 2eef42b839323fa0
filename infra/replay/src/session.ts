import { randomUUID } from 'node:crypto';
import type { Household } from './households.js';
import { type Outcome, refused } from './outcome.js';
import { minutesFromNow, sessionTimes } from './session-times.js';
import type { Stage } from './stage.js';

/** A household that came, and the prospect that the agent follows. */
export interface Attendee {
  household: Household;
  prospectId: string;
}

/**
 * A discovery session of today: the agent publishes it, households register themselves, the last one cancels by its own
 * page, the others are received by the code that their page shows.
 */
export async function replaySession(
  stage: Stage,
  registering: readonly Household[],
  tell: (line: string) => void,
): Promise<Attendee[]> {
  const id = await publish(stage, registering);
  tell('Une session découverte est publiée');
  const tokens: string[] = [];
  for (const household of registering) tokens.push(await register(stage, id, household));
  tell(`${tokens.length} foyers s’y inscrivent d’eux-mêmes`);

  await cancel(stage, tokens.at(-1)!);
  for (const token of tokens.slice(0, -1)) await receive(stage, token);
  tell(`${tokens.length - 1} sont accueillis sur place, un s’est désisté`);
  return attendees(stage, id, registering.slice(0, -1));
}

async function publish({ agent, communes }: Stage, registering: readonly Household[]): Promise<string> {
  const people = registering.reduce((sum, { adults, children }) => sum + adults + children.length, 0);
  const input = {
    title: 'Journée découverte (démonstration)',
    format: 'DAY',
    ...sessionTimes(new Date()),
    capacity: people,
    hostCommuneCode: communes[0]?.code,
    meetingPlace: 'Mairie',
    summary: 'Session inventée : elle rejoue le cas de référence.',
    programme: [{ startsAt: minutesFromNow(10), title: 'Accueil', place: 'Mairie' }],
  };
  const { saveSession } = await agent<{ saveSession: Saved }>(SAVE, { input });
  const { session } = saveSession.record ?? refused(saveSession);
  await agent('mutation ($id: ID!) { publishSession(id: $id) { __typename } }', { id: session.id });
  return session.id;
}

async function register({ ask }: Stage, sessionId: string, household: Household): Promise<string> {
  const { registrationConsent } = await ask<{ registrationConsent: { version: string } }>(
    '{ registrationConsent { version } }',
  );
  const { name, email, adults, children, activity, project } = household;
  const input = {
    sessionId,
    contact: { name, email, phone: '05 61 00 00 00' },
    adults,
    children: children.map((birthYear) => ({ birthYear })),
    activity,
    project,
    consent: { textVersion: registrationConsent.version, accepted: true },
    idempotencyKey: randomUUID(),
  };
  const { registerHousehold } = await ask<{ registerHousehold: Registered }>(REGISTER, { input });
  return registerHousehold.token ?? refused(registerHousehold);
}

async function cancel({ ask }: Stage, token: string): Promise<void> {
  const { done } = await ask<{ done: Outcome }>(
    `mutation ($token: String!) { done: cancelOwnRegistration(token: $token) { __typename
       ... on OwnRegistrationRefused { message } } }`,
    { token },
  );
  if (done.__typename !== 'OwnRegistrationChanged') refused(done);
}

/** The agent reads the code that the household's own page shows. */
async function receive({ ask, agent }: Stage, token: string): Promise<void> {
  const { ownRegistration } = await ask<{ ownRegistration: { checkInToken: string } }>(
    'query ($token: String!) { ownRegistration(token: $token) { checkInToken } }',
    { token },
  );
  const { checkIn } = await agent<{ checkIn: Outcome }>(
    `mutation ($token: String!) { checkIn(token: $token) { __typename ... on CheckInRefused { message } } }`,
    { token: ownRegistration.checkInToken },
  );
  if (checkIn.__typename !== 'CheckInHousehold') refused(checkIn);
}

async function attendees(
  { agent }: Stage,
  sessionId: string,
  came: readonly Household[],
): Promise<Attendee[]> {
  const { sessionRegistrations } = await agent<{
    sessionRegistrations: { nodes: { contactName: string; prospectId: string }[] };
  }>(
    'query ($id: ID!) { sessionRegistrations(sessionId: $id, first: 100) { nodes { contactName prospectId } } }',
    { id: sessionId },
  );
  const ids = new Map(sessionRegistrations.nodes.map((node) => [node.contactName, node.prospectId]));
  return came.map((household) => ({ household, prospectId: ids.get(household.name)! }));
}

interface Saved extends Outcome {
  record?: { session: { id: string } };
}
interface Registered extends Outcome {
  token?: string;
}

const SAVE = `mutation ($input: SaveSessionInput!) { saveSession(input: $input) { __typename
  ... on SessionSaved { record { session { id } } } ... on SessionRefused { problems { field message } } } }`;
const REGISTER = `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { __typename
  ... on RegistrationConfirmed { token } ... on RegistrationRefused { message problems { field message } } } }`;
