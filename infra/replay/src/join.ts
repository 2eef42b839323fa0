import type { Person } from './people.js';
import type { Ask, Stage } from './stage.js';

/** A solo makes their own entry by the link of an e-mail, and a moderator accepts it. */
export async function joinByOneself({ ask, agent, tokenFrom }: Stage, person: Person): Promise<void> {
  await ask('mutation ($email: String!) { requestEntryLink(email: $email) { __typename } }', {
    email: person.email,
  });
  const token = await tokenFrom(person.email, '/annuaire/lien/');
  const { openEntryLink } = await ask<{ openEntryLink: { __typename: string; session?: string } }>(
    'mutation ($token: String!) { openEntryLink(token: $token) { __typename ... on EntryLinkOpened { session } } }',
    { token },
  );
  const { session } = openEntryLink;
  if (!session) throw new Error(`the link of ${person.email} does not open`);
  const version = await writeEntry(ask, session, person);
  await change(
    ask,
    `mutation ($session: String!, $version: Int!, $consents: [EntryConsentInput!]!) {
      done: submitEntry(session: $session, version: $version, consents: $consents) { ${ENTRY} }
    }`,
    { session, version, consents: [{ purpose: 'WEB', version: await wordingVersion(ask, session) }] },
  );
  await accept(agent, person.name);
}

const ENTRY = `__typename
  ... on EntrySaved { entry { version } }
  ... on EntryRefused { problems { field message } }
  ... on EntrySessionOver { message }`;

interface Outcome {
  __typename: string;
  entry?: { version: number };
  problems?: { field: string; message: string }[];
}

async function writeEntry(ask: Ask, session: string, person: Person): Promise<number> {
  const { myEntry } = await ask<{ myEntry: { version: number } }>(
    'query ($session: String!) { myEntry(session: $session) { version } }',
    { session },
  );
  const { name: displayName, activity, skills, communeCode } = person;
  const input = {
    displayName,
    activity,
    skills,
    communeCode,
    presentation: 'Fiche inventée pour montrer comment un solo se présente lui-même.',
    shownPlace: 'COMMUNE',
    languages: ['fr'],
    canSponsor: true,
    shown: ['LANGUAGES'],
  };
  return change(
    ask,
    `mutation ($session: String!, $version: Int!, $input: EntryInput!) {
      done: saveEntry(session: $session, version: $version, input: $input) { ${ENTRY} }
    }`,
    { session, version: myEntry.version, input },
  );
}

/** The edition of the sentence that is read beside the box to tick. */
async function wordingVersion(ask: Ask, session: string): Promise<string> {
  const { myEntry } = await ask<{ myEntry: { wordings: { purpose: string; version: string }[] } }>(
    'query ($session: String!) { myEntry(session: $session) { wordings { purpose version } } }',
    { session },
  );
  return myEntry.wordings.find(({ purpose }) => purpose === 'WEB')?.version ?? '';
}

async function change(ask: Ask, mutation: string, variables: Record<string, unknown>): Promise<number> {
  const { done } = await ask<{ done: Outcome }>(mutation, variables);
  if (done.entry) return done.entry.version;
  const problems = done.problems?.map(({ field, message }) => `${field} : ${message}`).join(' ');
  throw new Error(problems || done.__typename);
}

async function accept(agent: Ask, name: string): Promise<void> {
  const { entryChanges } = await agent<{
    entryChanges: { nodes: { id: string; version: number; entry: { displayName: string } }[] };
  }>('{ entryChanges(first: 50) { nodes { id version entry { displayName } } } }');
  const waiting = entryChanges.nodes.find(({ entry }) => entry.displayName === name);
  if (!waiting) throw new Error(`« ${name} » waits for no moderator`);
  const { decideEntryChange } = await agent<{ decideEntryChange: { __typename: string } }>(
    'mutation ($input: DecideEntryChangeInput!) { decideEntryChange(input: $input) { __typename } }',
    { input: { id: waiting.id, version: waiting.version, verdict: 'ACCEPT' } },
  );
  if (decideEntryChange.__typename !== 'EntryChangeDecided') throw new Error(decideEntryChange.__typename);
}
