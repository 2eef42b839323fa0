import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import type { AccompanimentWorld } from './accompaniment-world.js';
import { installationDesk } from './installation-desk.js';

const STEP =
  'id title owner assigneeId assigneeName standsInFor dueOn overdue status settledBy note version documents { key title from }';
const CHANGED = `__typename ... on StepSaved { step { ${STEP} } } ... on StepOutdated { step { ${STEP} } }
  ... on StepRefused { problems { field message } }`;

export interface Step {
  id: string;
  title: string;
  owner: string;
  assigneeId: string | null;
  standsInFor: string | null;
  dueOn: string | null;
  status: string;
  version: number;
  documents: { key: string; title: string; from: string }[];
}

const step = (key: string, given: object = {}) => ({
  ...{
    key,
    title: key,
    description: '',
    publicWords: '',
    phase: 'PREPARATION',
    owner: 'AGENT',
    anchor: 'START',
  },
  ...{ after: [], delay: 5, documents: [], condition: {}, ...given },
});

/** A protocol of four steps: a first one, one that waits for it, one before the arrival, one for families. */
const STEPS = [
  step('first', { phase: 'DECISION' }),
  step('second', { anchor: 'STEPS', after: ['first'], delay: 10 }),
  step('moving', {
    anchor: 'ARRIVAL',
    delay: -5,
    owner: 'HOUSEHOLD',
    publicWords: 'Prévenir',
    phase: 'ARRIVAL',
    documents: [{ key: 'lease', title: 'Bail', from: 'HOUSEHOLD' }],
  }),
  step('school', { condition: { childUpTo: 11 } }),
];

/** A territory whose welcome is published, and what its members do with the steps. */
export async function welcomeDesk(world: AccompanimentWorld) {
  const desk = installationDesk(world);
  const { territoryId } = desk;
  await world.write(
    territoryId,
    `insert into welcome_protocol (id, territory_id, number, status, name, steps, published_at)
     values ($1, $2, 1, 'PUBLISHED', 'Accueil', $3, now())`,
    [randomUUID(), territoryId, JSON.stringify(STEPS)],
  );
  const member = (role: 'AGENT' | 'CONTRIBUTOR', userId: string) =>
    world.subgraph.client({ territoryId, viewer: { ...viewerAs(role), userId } });
  const change = async (
    name: string,
    declared: string,
    variables: Record<string, unknown>,
    client = desk.agent,
  ) => {
    const given = Object.keys(variables).map((key) => `${key}: $${key}`);
    const { data, errors } = await client(
      `mutation (${declared}) { ${name}(${given.join(', ')}) { ${CHANGED} } }`,
      variables,
    );
    if (errors) throw new Error(String(errors[0]?.extensions.code));
    return data?.[name];
  };
  const id = '$id: ID!, $version: Int!';
  return {
    ...desk,
    member,
    settle: (of: Step, note: string | null = null, client = desk.agent) =>
      change('settleStep', `${id}, $note: String`, { id: of.id, version: of.version, note }, client),
    skip: (of: Step, note: string | null) =>
      change('skipStep', `${id}, $note: String`, { id: of.id, version: of.version, note }),
    reopen: (of: Step) => change('reopenStep', id, { id: of.id, version: of.version }),
    give: (of: Step, input: object) =>
      change('assignStep', `${id}, $input: StepCarrierInput!`, { id: of.id, version: of.version, input }),
    ask: (of: Step, title: string, client = desk.agent) =>
      change('askStepDocument', `${id}, $title: String!`, { id: of.id, version: of.version, title }, client),
    /** The steps of a case, by their title. */
    steps: async (caseId: string): Promise<Record<string, Step>> => {
      const { steps } = await desk.read(caseId);
      return Object.fromEntries(steps.map((one: Step) => [one.title, one]));
    },
  };
}
