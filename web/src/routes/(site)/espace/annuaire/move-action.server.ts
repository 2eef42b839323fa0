import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  HideSoloDocument,
  MoveSoloDocument,
  PublishSoloDocument,
  type SoloChangeFragment,
  type SoloStatus,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { isMove, type Move, needsReason, undoOf } from './moves.ts';
import { stages } from './pipeline-list.ts';

/** Moves one solo, from the board, the table or its record; says what it did and how to take it back. */
export async function moveAction(event: RequestEvent) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const form = await event.request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [id, to, note, from] = [text('solo'), text('to'), text('note'), text('from')];
  const kept = { moving: id, to, note };
  if (!isMove(to)) {
    return fail(422, { ...kept, moveProblem: m.move_choose() });
  }
  if (needsReason(to) && note === '') {
    return fail(422, { ...kept, moveProblem: m.move_reason_missing() });
  }
  const outcome = await move(await memberGateway(event), id, to, note);
  if (outcome.__typename === 'SoloRecordRefused') {
    return fail(422, { ...kept, moveProblem: outcome.problems[0]?.message ?? '' });
  }
  const { displayName, status } = outcome.record;
  const undo = Object.values(stages).includes(from as SoloStatus) ? undoOf(to, from as SoloStatus) : null;
  return { moved: { id, displayName, status, undo } };
}

async function move(gateway: GatewayClient, id: string, to: Move, note: string): Promise<SoloChangeFragment> {
  switch (to) {
    case 'PUBLISH':
      return (await gateway.change(PublishSoloDocument, { id })).publishSolo;
    case 'HIDE':
      return (await gateway.change(HideSoloDocument, { id, note })).hideSolo;
    default:
      return (await gateway.change(MoveSoloDocument, { id, to, note: note || null })).moveSolo;
  }
}
