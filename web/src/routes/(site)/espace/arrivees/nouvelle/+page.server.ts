import { fail, redirect } from '@sveltejs/kit';
import { ArrivalChoicesDocument, CreateArrivalDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { emptyArrival, inputOf, problemsOf, readArrival } from '../arrival.form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const { arrivalSubjects, territory } = await (await memberGateway(event)).ask(ArrivalChoicesDocument, {});
  return {
    subjects: arrivalSubjects,
    communes: territory?.communes ?? [],
    values: { ...emptyArrival(), soloId: event.url.searchParams.get('solo')?.slice(0, 36) ?? '' },
  };
};

export const actions: Actions = {
  default: async (event) => {
    await memberOf(event);
    const values = readArrival(await event.request.formData());
    const { outcome } = await (await memberGateway(event)).change(CreateArrivalDocument, {
      input: inputOf(values),
    });
    if (outcome.__typename === 'ArrivalSaved') {
      redirect(303, memberRoutes.editArrival(outcome.record.id));
    }
    return fail(422, { values, problems: problemsOf(outcome) ?? {} });
  },
};
