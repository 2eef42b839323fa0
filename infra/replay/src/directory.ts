import { joinByOneself } from './join.js';
import { type Person, people } from './people.js';
import type { Stage } from './stage.js';

/** How the 78 came to be known, and how far things went with each: the figures of the reference case. */
const JOINING = 4;
const PUBLISHED_ON_PAPER = 36;
const CONTACTED = 20;
const REFUSED = 4;
const SOURCES = ['Répertoire des entreprises', 'Réseau d’accueil', 'Bouche à oreille', 'Salon'];

/**
 * From nobody to 78 solos identified and 40 published, by the agent, by the solos themselves, and by a moderator. Gives one
 * who offers to sponsor.
 */
export async function replayDirectory(stage: Stage, tell: (line: string) => void): Promise<Person> {
  const all = people(stage.communes);
  const joining = all.slice(0, JOINING);
  const known: { person: Person; id: string }[] = [];
  for (const [index, person] of all.slice(JOINING).entries()) {
    known.push({ person, id: await identify(stage, person, SOURCES[index % SOURCES.length]!) });
  }
  tell(`${known.length} solos sont repérés par l’agent`);

  const wording = await webWording(stage);
  const agreed = known.slice(0, PUBLISHED_ON_PAPER);
  for (const { id } of agreed) {
    await changed(stage, MOVE, { id, to: 'CONTACTED', note: null });
    await changed(stage, CONSENT, {
      id,
      input: { ...wording, channel: 'PAPER', evidence: 'Accord signé, dossier du replay', givenOn: today() },
    });
    await changed(stage, PUBLISH, { id });
  }
  tell(`${agreed.length} ont donné leur accord sur papier et sont publiés`);

  const others = known.slice(PUBLISHED_ON_PAPER);
  for (const { id } of others.slice(0, CONTACTED))
    await changed(stage, MOVE, { id, to: 'CONTACTED', note: null });
  for (const { id } of others.slice(0, REFUSED))
    await changed(stage, MOVE, { id, to: 'REFUSED', note: 'Ne souhaite pas paraître' });
  tell(`${CONTACTED} sont contactés sans être publiés, dont ${REFUSED} ont refusé`);

  for (const person of joining) await joinByOneself(stage, person);
  tell(`${joining.length} s’inscrivent eux-mêmes, sont relus et publiés`);
  return joining[0]!;
}

const SAVED = `__typename
  ... on SoloRecordSaved { record { id } }
  ... on SoloRecordRefused { problems { field message } }`;
const IDENTIFY = `mutation ($input: SoloInput!) { identifySolo(input: $input) { ${SAVED} } }`;
const MOVE = `mutation ($id: ID!, $to: SoloStatus!, $note: String) { done: moveSolo(id: $id, to: $to, note: $note) { ${SAVED} } }`;
const CONSENT = `mutation ($id: ID!, $input: RecordConsentInput!) { done: recordConsent(id: $id, input: $input) { ${SAVED} } }`;
const PUBLISH = `mutation ($id: ID!) { done: publishSolo(id: $id) { ${SAVED} } }`;

interface Outcome {
  __typename: string;
  record?: { id: string };
  problems?: { field: string; message: string }[];
}

async function identify({ agent }: Stage, person: Person, identifiedBy: string): Promise<string> {
  const { name: displayName, activity, skills, email, communeCode } = person;
  const input = { displayName, activity, skills, email, communeCode, identifiedBy };
  const { identifySolo } = await agent<{ identifySolo: Outcome }>(IDENTIFY, { input });
  return recordOf(identifySolo).id;
}

async function changed(
  { agent }: Stage,
  mutation: string,
  variables: Record<string, unknown>,
): Promise<void> {
  recordOf((await agent<{ done: Outcome }>(mutation, variables)).done);
}

function recordOf({ __typename, record, problems = [] }: Outcome): { id: string } {
  if (record) return record;
  throw new Error(problems.map(({ field, message }) => `${field} : ${message}`).join(' ') || __typename);
}

async function webWording({ agent }: Stage) {
  const { soloConsentSentences } = await agent<{
    soloConsentSentences: { purpose: string; version: string; wording: string }[];
  }>('{ soloConsentSentences { purpose version wording } }');
  const sentence = soloConsentSentences.find(({ purpose }) => purpose === 'WEB');
  if (!sentence) throw new Error('no sentence to agree to being published');
  return sentence;
}

const today = () => new Date().toISOString().slice(0, 10);
