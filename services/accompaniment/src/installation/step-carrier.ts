import { cleanLine } from '@ancrage/input/clean-text';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { bounded } from '../prospect/prospect-facts.js';
import { dayOf } from './installation-facts.js';
import type { StepCarrierInput } from './step.input.js';

export interface StepCarrier {
  owner: string;
  assigneeId: string | null;
  assigneeName: string | null;
  actorId: string | null;
  actorName: string | null;
  /** Null: as it is. */
  dueOn: string | null;
}

const OF_MEMBERS = new Set(['AGENT', 'ADMINISTRATOR', 'CONTRIBUTOR']);

/** Who carries a step: a member, an actor of the network, the sponsor or the household; one of them alone. */
export function carrierOf(input: StepCarrierInput, problems: Problems): StepCarrier {
  const member = OF_MEMBERS.has(input.owner);
  const actor = input.owner === 'NETWORK_ACTOR';
  const assigneeId = (member && input.assigneeId) || null;
  const actorId = (actor && input.actorId) || null;
  if (input.owner === 'CONTRIBUTOR' && !assigneeId)
    problems.add(
      'assigneeId',
      'Choisissez qui : un contributeur ne voit que les étapes qui lui sont confiées.',
      'Choose who: a contributor sees only the steps that were given to them.',
    );
  if (actorId && !isUuid(actorId))
    problems.add('actorId', 'Choisissez un acteur du réseau.', 'Choose an actor of the network.');
  const dueOn = dayOf(input.dueOn);
  if (dueOn && (dueOn < '2000-01-01' || dueOn > '2100-01-01'))
    problems.add('dueOn', 'Vérifiez l’année de cette date.', 'Check the year of this day.');
  const name = (field: string, typed: string | null | undefined) =>
    bounded(field, cleanLine(typed ?? ''), 120, problems);
  return {
    owner: input.owner,
    assigneeId,
    assigneeName: assigneeId ? name('assigneeName', input.assigneeName) : null,
    actorId,
    actorName: actor ? name('actorName', input.actorName) : null,
    dueOn,
  };
}
