import { fail, type RequestEvent } from '@sveltejs/kit';
import { type LostReason, MoveProspectDocument, type ProspectStage } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { reasonWords, stageWords } from '#lib/prospects/prospect-words.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';

const isStage = (value: string): value is ProspectStage => Object.hasOwn(stageWords, value);
const isReason = (value: string): value is LostReason => Object.hasOwn(reasonWords, value);

/** Moves one household, from the board, the table or its record; says what it did and how to take it back. */
export async function moveAction(event: RequestEvent) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const form = await event.request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [id, to, from, reason, note] = [
    text('household'),
    text('to'),
    text('from'),
    text('reason'),
    text('note'),
  ];
  const typed = { id, to, reason, note };
  if (!isStage(to)) {
    return fail(422, { moving: typed, moveProblem: m.prospect_move_choose() });
  }
  const { moveProspect } = await (await memberGateway(event)).change(MoveProspectDocument, {
    id,
    input: {
      to,
      from: isStage(from) ? from : null,
      reason: to === 'LOST' && isReason(reason) ? reason : null,
      note: note || null,
    },
  });
  if (moveProspect.__typename === 'ProspectRefused') {
    return fail(422, {
      moving: typed,
      moveProblem: moveProspect.problems.map(({ message }) => message).join(' '),
    });
  }
  const { contact, stage } = moveProspect.record;
  return { moved: { id, name: contact.name, stage, back: isStage(from) && from !== 'LOST' ? from : null } };
}
