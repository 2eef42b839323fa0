import { fail, redirect } from '@sveltejs/kit';
import { CreateNetworkActorDocument, NetworkFormChoicesDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { emptyActor, inputOf, problemsOf, readActor } from '../actor.form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const { territory } = await (await memberGateway(event)).ask(NetworkFormChoicesDocument, {});
  return { values: emptyActor(), communes: territory?.communes ?? [] };
};

export const actions: Actions = {
  default: async (event) => {
    await memberOf(event);
    const values = readActor(await event.request.formData());
    const { outcome } = await (await memberGateway(event)).change(CreateNetworkActorDocument, {
      input: inputOf(values),
    });
    if (outcome.__typename === 'NetworkSaved') {
      redirect(303, memberRoutes.networkActor(outcome.record.id));
    }
    return fail(422, { values, problems: problemsOf(outcome) ?? {} });
  },
};
