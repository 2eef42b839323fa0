import type { Problems } from '@ancrage/subgraph/field-problem';
import type { ProtocolStep, StepOwner } from './protocol-step.js';
import { stepsInCircle } from './step-order.js';

/** What a protocol may hold at most: more is no longer read by those who are to follow it. */
export const MOST_STEPS = 60;
const MOST_DOCUMENTS = 10;
const LONGEST = { title: 120, description: 2000, publicWords: 600, documentTitle: 120 } as const;
/** A year and a half of working days. */
const MOST_DAYS = 400;
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Who can carry steps at this time: actors of the reception network, roles that somebody holds. */
export interface PresentOwners {
  actorIds: readonly string[];
  roles: readonly StepOwner[];
}

/**
 * Notes what is wrong with the steps of a protocol, each at its step as `steps.<rank>.<field>`, ranks from 0.
 *
 * @param present who is there to carry steps; left out while a draft is written
 */
export function checkProtocol(
  steps: readonly ProtocolStep[],
  problems: Problems,
  present?: PresentOwners,
): void {
  if (steps.length > MOST_STEPS)
    problems.add('steps', `${MOST_STEPS} étapes au plus.`, `${MOST_STEPS} steps at most.`);
  const keys = new Set(steps.map(({ key }) => key));
  const seen = new Set<string>();
  for (const [index, step] of steps.entries()) {
    const note = noteAt(problems, index);
    if (seen.has(step.key) || !KEY.test(step.key) || step.key.length > 60)
      note(
        'key',
        'Deux étapes ont la même clé, ou elle est mal écrite.',
        'Two steps have the same key, or it is misspelt.',
      );
    seen.add(step.key);
    checkWords(step, index, problems);
    checkDelay(step, note);
    checkCondition(step, note);
    if (step.after.some((key) => !keys.has(key)))
      note('after', 'Une étape attendue n’existe plus.', 'A step that it waits for is no longer there.');
    if (present) checkOwner(step, present, note);
  }
  checkCircle(steps, problems);
}

type Note = (field: string, fr: string, en: string) => void;
const noteAt =
  (problems: Problems, index: number): Note =>
  (field, fr, en) =>
    problems.add(`steps.${index}.${field}`, fr, en);

function checkWords(step: ProtocolStep, index: number, problems: Problems): void {
  problems.text(`steps.${index}.title`, step.title, LONGEST.title);
  for (const field of ['description', 'publicWords'] as const)
    if (step[field] !== '') problems.text(`steps.${index}.${field}`, step[field], LONGEST[field]);
  const { documents } = step;
  if (documents.length > MOST_DOCUMENTS)
    problems.add(
      `steps.${index}.documents`,
      `${MOST_DOCUMENTS} documents au plus.`,
      `${MOST_DOCUMENTS} documents at most.`,
    );
  for (const { title } of documents) problems.text(`steps.${index}.documents`, title, LONGEST.documentTitle);
  if (new Set(documents.map(({ key }) => key)).size < documents.length)
    problems.add(
      `steps.${index}.documents`,
      'Le même document est demandé deux fois.',
      'The same document is asked for twice.',
    );
}

function checkDelay({ anchor, after, delay }: ProtocolStep, note: Note): void {
  if (!Number.isInteger(delay) || Math.abs(delay) > MOST_DAYS)
    note('delay', `${MOST_DAYS} jours ouvrés au plus.`, `${MOST_DAYS} working days at most.`);
  else if (delay < 0 && anchor !== 'ARRIVAL')
    note(
      'delay',
      'Seul un délai compté depuis l’arrivée peut la précéder.',
      'Only a delay counted from the arrival can come before it.',
    );
  if (anchor === 'STEPS' && after.length === 0)
    note(
      'after',
      'Choisissez les étapes depuis lesquelles le délai se compte.',
      'Choose the steps from which the delay is counted.',
    );
}

function checkCondition({ condition: { childFrom, childUpTo } }: ProtocolStep, note: Note): void {
  const ages = [childFrom, childUpTo].filter((age) => age !== undefined);
  if (ages.some((age) => !Number.isInteger(age) || age < 0 || age > 25))
    note('condition', 'Un âge de 0 à 25 ans.', 'An age from 0 to 25.');
  else if (childFrom !== undefined && childUpTo !== undefined && childFrom > childUpTo)
    note(
      'condition',
      'Le plus jeune âge dépasse le plus grand : l’étape ne conviendrait à personne.',
      'The lowest age is above the highest: the step would be for nobody.',
    );
}

function checkOwner({ owner, actorId, actorName }: ProtocolStep, present: PresentOwners, note: Note): void {
  if (owner === 'NETWORK_ACTOR' && actorId && !present.actorIds.includes(actorId))
    note(
      'owner',
      `« ${actorName ?? actorId} » n’est plus dans le réseau d’accueil : choisissez qui prend sa suite.`,
      `“${actorName ?? actorId}” is no longer in the reception network: choose who takes over.`,
    );
  const byRole = owner === 'AGENT' || owner === 'ADMINISTRATOR' || owner === 'CONTRIBUTOR';
  if (byRole && !present.roles.includes(owner))
    note(
      'owner',
      'Plus personne n’a ce rôle : invitez quelqu’un, ou confiez l’étape à un autre.',
      'Nobody holds this role any more: invite somebody, or give the step to another.',
    );
}

/** Says it at every step of the circle, with the way round: whoever reads one of them knows what to undo. */
function checkCircle(steps: readonly ProtocolStep[], problems: Problems): void {
  const circle = stepsInCircle(steps);
  for (const [at, step] of circle.entries()) {
    const round = [...circle.slice(at), ...circle.slice(0, at), step].map(({ title }) => title);
    noteAt(problems, steps.indexOf(step))(
      'after',
      `Ces étapes s’attendent en rond : ${round.map((title) => `« ${title} »`).join(' attend ')}.`,
      `These steps wait for each other in a circle: ${round.map((title) => `“${title}”`).join(' waits for ')}.`,
    );
  }
}
