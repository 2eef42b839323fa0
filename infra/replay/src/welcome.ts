import { randomUUID } from 'node:crypto';
import { type Outcome, refused } from './outcome.js';
import type { Carrier } from './protocol.js';
import type { Attendee } from './session.js';
import type { Stage } from './stage.js';

/** How one household is welcomed: by a contributor who does their step, and by what it does on its own page. */
export async function replayWelcome(
  stage: Stage,
  { household }: Attendee,
  installationId: string,
  tell: (line: string) => void,
): Promise<void> {
  const given = await giveStep(stage, installationId);
  await settleAsContributor(stage, given);
  tell(`Un contributeur fait l’étape qui lui est confiée : « ${given} »`);

  const token = await stage.tokenFrom(household.email, '/mon-projet/');
  const page = await stage.site.get(`/mon-projet/${token}`);
  if (page.status !== 200 || !page.body.includes(household.name))
    throw new Error(`the page of ${household.email} does not open: ${page.status}`);
  const done = await settleAsHousehold(stage, token);
  await write(stage, token);
  tell(`Un foyer ouvre sa page, y fait « ${done} » et écrit à l’équipe`);
}

interface Step {
  id: string;
  title: string;
  owner: string;
  version: number;
}
interface StepSaved extends Outcome {
  step?: Step;
}

/** The agent gives the first step that contributors carry to the one who is there. Gives its title. */
async function giveStep({ agent, cast, territory }: Stage, id: string): Promise<string> {
  const { installationRecord } = await agent<{ installationRecord: { steps: Step[] } }>(
    `query ($id: ID!) { installationRecord(id: $id) { steps { ${STEP} } } }`,
    { id },
  );
  const step = installationRecord.steps.find(({ owner }) => owner === 'CONTRIBUTOR');
  const carriers = (await cast.AGENT.get(`/auth/carriers?territory=${territory.id}`)).json<Carrier[]>();
  const contributor = carriers.find(({ role }) => role === 'CONTRIBUTOR');
  if (!step || !contributor) throw new Error('no step for a contributor, or no contributor for it');
  const input = { owner: 'CONTRIBUTOR', assigneeId: contributor.id, assigneeName: contributor.name };
  const { done } = await agent<{ done: StepSaved }>(
    `mutation ($id: ID!, $version: Int!, $input: StepCarrierInput!) {
       done: assignStep(id: $id, version: $version, input: $input) { ${STEP_SAVED} } }`,
    { id: step.id, version: step.version, input },
  );
  return (done.step ?? refused(done)).title;
}

/** The contributor sees the steps given to them, and nothing else of the household. */
async function settleAsContributor({ contributor }: Stage, title: string): Promise<void> {
  const { ownSteps } = await contributor<{ ownSteps: Step[] }>(`{ ownSteps { ${STEP} } }`);
  const [step] = ownSteps;
  if (ownSteps.length !== 1 || step?.title !== title)
    throw new Error(`the contributor was to see « ${title} » alone`);
  const { done } = await contributor<{ done: StepSaved }>(
    `mutation ($id: ID!, $version: Int!) {
       done: settleStep(id: $id, version: $version, note: "Fait (démonstration)") { ${STEP_SAVED} } }`,
    { id: step.id, version: step.version },
  );
  if (!done.step) refused(done);
}

interface OwnStep {
  id: string;
  title: string;
  mine: boolean;
  status: string;
  version: number;
}
interface Own extends Outcome {
  project?: { messages: { body: string }[]; installation: { steps: OwnStep[] } };
}

async function settleAsHousehold({ ask }: Stage, token: string): Promise<string> {
  const { ownProject } = await ask<{ ownProject: Own['project'] }>(
    `query ($token: String!) { ownProject(token: $token) { ${OWN} } }`,
    { token },
  );
  const step = ownProject?.installation.steps.find(({ mine, status }) => mine && status === 'TODO');
  if (!step) throw new Error('the household has nothing to do');
  const { done } = await ask<{ done: Own }>(
    `mutation ($token: String!, $stepId: ID!, $version: Int!) {
       done: settleOwnStep(token: $token, stepId: $stepId, version: $version) { ${OWN_CHANGED} } }`,
    { token, stepId: step.id, version: step.version },
  );
  const { installation } = done.project ?? refused(done);
  if (installation.steps.find(({ id }) => id === step.id)?.status !== 'DONE')
    throw new Error(`« ${step.title} » is not done`);
  return step.title;
}

async function write({ ask }: Stage, token: string): Promise<void> {
  const body = 'Nous avons trouvé un logement, merci (démonstration).';
  const { done } = await ask<{ done: Own }>(
    `mutation ($token: String!, $body: String!, $key: ID!) {
       done: writeToTeam(token: $token, body: $body, key: $key) { ${OWN_CHANGED} } }`,
    { token, body, key: randomUUID() },
  );
  if (!done.project) refused(done);
}

const STEP = 'id title owner version';
const STEP_SAVED = `__typename ... on StepSaved { step { ${STEP} } } ... on StepRefused { problems { field message } }`;
const OWN = 'messages { body } installation { steps { id title mine status version } }';
const OWN_CHANGED = `__typename ... on OwnProjectChanged { project { ${OWN} } }
  ... on OwnProjectRefused { problems { field message } }`;
