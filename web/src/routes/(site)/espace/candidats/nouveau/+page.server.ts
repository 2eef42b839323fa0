import { fail, redirect } from '@sveltejs/kit';
import { CreateProspectDocument, ProspectFormChoicesDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { originOfForm } from '#lib/origin/origin.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import { emptyProspect, prospectInput, readProspect } from '../prospect-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { territory, registrationConsent } = await gateway.ask(ProspectFormChoicesDocument, {});
  return {
    values: emptyProspect(),
    communes: territory?.communes ?? [],
    wordings: registrationConsent,
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const form = await event.request.formData();
    const values = readProspect(form);
    const origin = originOfForm(form);
    const [wording, channel, key] = ['wording', 'consentChannel', 'key'].map((name) => typedIn(form, name));
    const consent = channel === 'PHONE' || channel === 'PAPER';
    const { createProspect } = await (await memberGateway(event)).change(CreateProspectDocument, {
      input: {
        household: prospectInput(values),
        origin,
        consents: consent ? [{ purpose: 'FOLLOW_UP', channel, wording: wording ?? '' }] : [],
        key: key || null,
      },
    });
    if (createProspect.__typename === 'ProspectRefused') {
      const typed = { values, origin, wording, channel, key };
      return fail(422, { typed, problems: problemsBy(createProspect.problems) });
    }
    return redirect(
      303,
      memberRoutes.prospect(createProspect.record.id, createProspect.known ? '?connu' : ''),
    );
  },
};
