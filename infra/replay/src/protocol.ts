import { type Outcome, refused } from './outcome.js';
import type { Stage } from './stage.js';

interface Saved extends Outcome {
  record?: { id: string; version: number; steps: { key: string }[] };
}

/** The administrator takes the ready-made protocol over and puts it in force, with those who are there to carry it. */
export async function replayProtocol(
  { administrator, cast, territory }: Stage,
  tell: (line: string) => void,
): Promise<void> {
  const { started } = await administrator<{ started: Saved }>(
    `mutation { started: startWelcomeProtocol(source: MODEL) { ${SAVED} } }`,
  );
  const { id, version } = started.record ?? refused(started);
  const carriers = (await cast.ADMINISTRATOR.get(`/auth/carriers?territory=${territory.id}`)).json<
    Carrier[]
  >();
  const present = { actorIds: [], roles: [...new Set(carriers.map(({ role }) => role))] };
  const { published } = await administrator<{ published: Saved }>(
    `mutation ($id: ID!, $version: Int!, $present: PresentOwnersInput!) {
       published: publishWelcomeProtocol(id: $id, version: $version, present: $present) { ${SAVED} } }`,
    { id, version, present },
  );
  const { steps } = published.record ?? refused(published);
  tell(`L’administration publie le protocole d’accueil, ${steps.length} étapes`);
}

/** Somebody to whom steps can be given, as the site lists them for agents. */
export interface Carrier {
  id: string;
  name: string;
  role: string;
}

const SAVED = `__typename ... on ProtocolSaved { record { id version steps { key } } }
  ... on ProtocolRefused { problems { field message } }`;
