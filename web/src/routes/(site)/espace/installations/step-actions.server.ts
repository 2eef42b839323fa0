import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  ReopenStepDocument,
  SettleStepDocument,
  SkipStepDocument,
  type StepChangeFragment,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';

/** What came of a step: done, or what is wrong beside what was typed. */
export function stepTold(outcome: StepChangeFragment, step: string, note = '', asked: string | null = null) {
  switch (outcome.__typename) {
    case 'StepSaved':
      return { stepDone: step };
    case 'StepOutdated':
      return fail(409, { step, note, asked, stepProblem: m.installation_step_outdated() });
    case 'StepRefused':
      return fail(422, {
        step,
        note,
        asked,
        stepProblem: outcome.problems.map(({ message }) => message).join(' '),
      });
  }
}

/** The step that a form is about, by who may carry one. */
export async function stepOf(event: RequestEvent) {
  if (!(await memberOf(event)).proposes) {
    return forbidden();
  }
  const form = await event.request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    text,
    gateway: await memberGateway(event),
    step: { id: text('step'), version: Math.trunc(Number(text('version'))) || 0 },
    note: text('note'),
  };
}

/** What those who carry steps do with them: agents on a case, contributors on their own list. */
export const stepActions = {
  settle: async (event: RequestEvent) => {
    const { gateway, step, note } = await stepOf(event);
    const { settleStep } = await gateway.change(SettleStepDocument, { ...step, note: note || null });
    return stepTold(settleStep, step.id, note);
  },
  skip: async (event: RequestEvent) => {
    const { gateway, step, note } = await stepOf(event);
    const { skipStep } = await gateway.change(SkipStepDocument, { ...step, note: note || null });
    return stepTold(skipStep, step.id, note);
  },
  reopen: async (event: RequestEvent) => {
    const { gateway, step } = await stepOf(event);
    return stepTold((await gateway.change(ReopenStepDocument, step)).reopenStep, step.id);
  },
};
