import type { SubgraphContext } from '@ancrage/subgraph';
import type { Problems } from '@ancrage/subgraph/field-problem';
import type { HouseholdLinks } from '../household/household-links.js';
import { moveSeats } from './move-seats.js';
import { SessionStatus } from './session-format.js';
import { type HeldSession, holdSession } from './session-hold.js';
import type { SaveSessionInput } from './session-plan.input.js';
import {
  SessionChange,
  type SessionChangeToConfirm,
  sessionRefused,
  sessionSaved,
} from './session-plan.result.js';
import type { PlanValues } from './session-plan.values.js';
import { audienceOf, NOBODY, tellRegistered } from './tell-registered.js';
import { changesOf, notePast, updatePlan } from './write-plan.js';

/** Changes a session's plan whole, or says what stands in the way, or who would be told of it. */
export async function changePlan(
  context: SubgraphContext,
  links: HouseholdLinks,
  id: string,
  { version, tell }: Pick<SaveSessionInput, 'version' | 'tell'>,
  values: PlanValues,
  problems: Problems,
) {
  const done = await context.write(async (connection) => {
    const held = await holdSession(connection, context, links, id);
    noteChangeProblems(held, version ?? null, values, problems);
    if (problems.list.length > 0) return null;
    const changes = changesOf(held, values);
    const audience = held.publishedAt && changes.length > 0 ? await audienceOf(connection, id) : NOBODY;
    if (!tell && audience.reachable + audience.unreachable > 0)
      return { __typename: 'SessionChangeToConfirm' as const, changes, ...audience };
    await updatePlan(connection, context.requireTerritory(), held, values);
    await moveSeats(connection, context.scope, held, values);
    return held.publishedAt && changes.length > 0 ? tellRegistered(connection, context.scope, held) : 0;
  });
  if (done === null) return sessionRefused(context, problems, id);
  return typeof done === 'number' ? sessionSaved(context, id, done) : (done satisfies SessionChangeToConfirm);
}

function noteChangeProblems(
  held: HeldSession,
  version: string | null,
  values: PlanValues,
  problems: Problems,
  now = new Date(),
): void {
  if (held.version !== version)
    problems.add(
      'version',
      'Quelqu’un a modifié cette session depuis que vous l’avez ouverte : comparez, puis enregistrez encore une fois.',
      'Somebody changed this session since you opened it: compare, then save again.',
    );
  if (held.status === SessionStatus.CANCELLED)
    problems.add(
      'title',
      'Cette session est annulée, tout le monde le sait : dupliquez-la pour une autre date.',
      'This session is cancelled and everybody knows: duplicate it for another date.',
    );
  if (values.capacity < held.seatsTaken)
    problems.add(
      'capacity',
      `${held.seatsTaken} places sont déjà prises : la capacité ne peut pas être inférieure.`,
      `${held.seatsTaken} seats are taken already: the capacity cannot be lower.`,
    );
  if (!changesOf(held, values).includes(SessionChange.DATE)) return;
  if (held.publishedAt && held.endsAt <= now)
    problems.add(
      'startsAt',
      'Cette session a eu lieu : dupliquez-la pour une autre date.',
      'This session took place: duplicate it for another date.',
    );
  else if (held.startsAt.getTime() !== values.startsAt.getTime()) notePast(values, problems, now);
}
