import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  IdentifySoloDocument,
  SireneEstablishmentDocument,
  SoloFormChoicesDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import { emptySolo, readSolo, soloInput } from '../solo-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { territory, soloSources } = await gateway.ask(SoloFormChoicesDocument, {});
  return { values: emptySolo(), communes: territory?.communes ?? [], sources: soloSources };
};

async function agentOf(event: RequestEvent) {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const form = await event.request.formData();
  return { form, values: readSolo(form), gateway: await memberGateway(event) };
}

export const actions: Actions = {
  add: async (event) => {
    const { form, values, gateway } = await agentOf(event);
    const { identifySolo } = await gateway.change(IdentifySoloDocument, {
      input: soloInput(values),
      evenIfKnown: form.get('even-if-known') === 'yes',
    });
    switch (identifySolo.__typename) {
      case 'SoloRecordSaved':
        return redirect(303, memberRoutes.soloRecord(identifySolo.record.id));
      case 'SoloLikelyKnown':
        return fail(409, { values, known: identifySolo.records });
      case 'SoloRecordRefused':
        return fail(422, { values, problems: problemsBy(identifySolo.problems) });
    }
  },
  /** Fills in what SIRENE says where nothing was typed yet. */
  lookUp: async (event) => {
    const { values, gateway } = await agentOf(event);
    const { sireneEstablishment: found } = await gateway.ask(SireneEstablishmentDocument, {
      siret: values.siret,
    });
    return {
      sirene: found.state,
      values: {
        ...values,
        displayName: values.displayName || (found.name ?? ''),
        nafCode: values.nafCode || (found.nafCode ?? ''),
        communeCode: values.communeCode || (found.communeCode ?? ''),
      },
    };
  },
};
