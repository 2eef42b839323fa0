import {
  AssignAfterSessionDocument,
  MoveAfterSessionDocument,
  NextAfterSessionDocument,
  type SessionAfterQuery,
} from '#lib/graphql/generated/graphql.ts';
import { lostReasonOf } from '#lib/prospects/prospect-words.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { nextStages, pickOf } from './step-words.ts';

type Household = NonNullable<SessionAfterQuery['sessionRoster']>['households'][number];
type Values = Record<'stage' | 'reason' | 'note' | 'action' | 'on' | 'owner', string>;
type Answer = { __typename: string; problems?: { field: string; message: string }[] };

/**
 * Does what one form asks for a household, as far as it is new: whom it is followed by, what is done next, where it stands.
 * Each is a change of its own; the stage comes last, since a lost household has no next action.
 */
export async function takeStep(
  gateway: GatewayClient,
  household: Household,
  values: Values,
): Promise<{ saved: boolean; problems: Record<string, string> }> {
  const { prospectId: id } = household;
  const problems: Record<string, string> = {};
  let saved = false;
  const settle = ({ __typename, problems: found = [] }: Answer) => {
    saved ||= __typename === 'ProspectSaved';
    for (const { field, message } of found) {
      problems[field] = message;
    }
  };
  if (values.owner !== (household.ownerId ?? '')) {
    const { assignProspect } = await gateway.change(AssignAfterSessionDocument, {
      id,
      ownerId: values.owner || null,
    });
    settle(assignProspect);
  }
  const next = { what: values.action, on: values.on };
  const former = { what: household.nextAction ?? '', on: household.nextActionOn ?? '' };
  if ((next.what || next.on) && (next.what !== former.what || next.on !== former.on)) {
    // A day that is none is a problem of the answer, like a blank action.
    const on = /^\d{4}-\d{2}-\d{2}$/.test(next.on) ? next.on : '1000-01-01';
    const { setNextAction } = await gateway.change(NextAfterSessionDocument, { id, what: next.what, on });
    settle(setNextAction);
  }
  const to = pickOf(nextStages, values.stage);
  if (to && to !== household.stage) {
    const { moveProspect } = await gateway.change(MoveAfterSessionDocument, {
      id,
      input: { to, from: household.stage, reason: lostReasonOf(values.reason), note: values.note },
    });
    settle(moveProspect);
  }
  return { saved, problems };
}
