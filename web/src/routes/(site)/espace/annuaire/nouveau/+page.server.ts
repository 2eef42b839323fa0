import { fail, redirect } from '@sveltejs/kit';
import { IdentifySoloDocument, SoloFormChoicesDocument } from '#lib/graphql/generated/graphql.ts';
import { routes } from '#lib/routes.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { emptySolo, problemsBy, readSolo, soloInput } from '../solo-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { territory, soloSources } = await gateway.ask(SoloFormChoicesDocument, {});
  return { values: emptySolo(), communes: territory?.communes ?? [], sources: soloSources };
};

export const actions: Actions = {
  default: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const form = await event.request.formData();
    const values = readSolo(form);
    const gateway = await memberGateway(event);
    const { identifySolo } = await gateway.change(IdentifySoloDocument, {
      input: soloInput(values),
      evenIfKnown: form.get('even-if-known') === 'yes',
    });
    switch (identifySolo.__typename) {
      case 'SoloRecordSaved':
        return redirect(303, routes.soloRecord(identifySolo.record.id));
      case 'SoloLikelyKnown':
        return fail(409, { values, problems: {}, known: identifySolo.records });
      case 'SoloRecordRefused':
        return fail(422, { values, problems: problemsBy(identifySolo.problems), known: null });
    }
  },
};
