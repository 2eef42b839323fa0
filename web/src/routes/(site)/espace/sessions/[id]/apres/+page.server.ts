import { fail } from '@sveltejs/kit';
import { SessionAfterDocument } from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { colleaguesOf, memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { takeStep } from './take-step.ts';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return { roster: null, survey: null, colleagues: [] };
  }
  const gateway = await memberGateway(event);
  const [{ sessionRoster, sessionSurvey }, colleagues] = await Promise.all([
    gateway.ask(SessionAfterDocument, { sessionId: event.params.id }),
    colleaguesOf(event),
  ]);
  return { roster: sessionRoster ?? notFound(), survey: sessionSurvey, colleagues };
};

export const actions: Actions = {
  default: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const gateway = await memberGateway(event);
    const form = await event.request.formData();
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const prospect = text('prospect');
    const { sessionRoster } = await gateway.ask(SessionAfterDocument, { sessionId: event.params.id });
    const household = sessionRoster?.households.find(({ prospectId }) => prospectId === prospect);
    if (!household) {
      return notFound();
    }
    const values = {
      stage: text('stage'),
      reason: text('reason'),
      note: text('note'),
      action: text('action'),
      on: text('on'),
      owner: text('owner'),
    };
    const { saved, problems } = await takeStep(gateway, household, values);
    return Object.keys(problems).length > 0 ? fail(422, { prospect, values, problems }) : { prospect, saved };
  },
};
