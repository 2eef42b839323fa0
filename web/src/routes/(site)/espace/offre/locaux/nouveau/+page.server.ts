import { fail, redirect } from '@sveltejs/kit';
import { CreatePremisesDocument, PremisesFormChoicesDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { mayWrite, refusalOf } from '../premises.actions.ts';
import { emptyValues, inputOf, readPremises } from '../premises.form.ts';
import { problemsOf } from '../premises.problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { role } = await memberOf(event);
  if (!mayWrite(role)) {
    return forbidden();
  }
  const { territory, premisesConsent } = await (await memberGateway(event)).ask(
    PremisesFormChoicesDocument,
    {},
  );
  return { values: emptyValues(), communes: territory?.communes ?? [], consent: premisesConsent };
};

export const actions: Actions = {
  default: async (event) => {
    await memberOf(event);
    const values = readPremises(await event.request.formData());
    const problems = problemsOf(values);
    if (Object.keys(problems).length > 0) {
      return fail(422, { values, problems });
    }
    const gateway = await memberGateway(event);
    const { premisesConsent } = await gateway.ask(PremisesFormChoicesDocument, {});
    const { createPremises } = await gateway.change(CreatePremisesDocument, {
      input: inputOf(values, premisesConsent.version),
    });
    if (createPremises.__typename === 'PremisesSaved') {
      redirect(303, memberRoutes.editPremises(createPremises.premises.id));
    }
    return refusalOf(createPremises, values);
  },
};
