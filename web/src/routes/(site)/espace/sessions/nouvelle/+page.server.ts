import { fail, redirect } from '@sveltejs/kit';
import { SaveSessionDocument, SessionHostsDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { editProgramme } from '../edit-programme.server.ts';
import { emptySession, inputOf, problemsOf, readSession } from '../session-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const { territory } = await (await memberGateway(event)).ask(SessionHostsDocument, {});
  return { communes: territory?.communes ?? [], values: emptySession() };
};

export const actions: Actions = {
  save: async (event) => {
    await memberOf(event);
    const values = readSession(await event.request.formData());
    const { outcome } = await (await memberGateway(event)).change(SaveSessionDocument, {
      input: inputOf(values, null, false),
    });
    if (outcome.__typename === 'SessionSaved') {
      redirect(303, memberRoutes.sessionPlan(outcome.record.id, '?cree'));
    }
    const problems = outcome.__typename === 'SessionRefused' ? problemsOf(outcome.problems) : {};
    return fail(422, { values, problems });
  },
  edit: editProgramme,
};
