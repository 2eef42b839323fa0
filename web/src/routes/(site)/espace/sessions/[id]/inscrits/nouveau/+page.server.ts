import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { PhoneRegistrationDocument, RegisterByPhoneDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsOf } from '../../../session-form.ts';
import type { Actions, PageServerLoad } from './$types';
import { phoneInput, readPhone } from './phone-form.ts';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const { sessionRecord, registrationConsent } = await (await memberGateway(event)).ask(
    PhoneRegistrationDocument,
    { id: event.params.id },
  );
  if (!sessionRecord) {
    return notFound();
  }
  const form = new FormData();
  form.set('adults', '1');
  // One for each time the form is shown: sent twice, it registers once.
  form.set('idempotencyKey', randomUUID());
  return { record: sessionRecord, consent: registrationConsent, values: readPhone(form) };
};

export const actions: Actions = {
  default: async (event) => {
    const { decides } = await memberOf(event);
    if (!decides) {
      return forbidden();
    }
    const values = readPhone(await event.request.formData());
    const { outcome } = await (await memberGateway(event)).change(RegisterByPhoneDocument, {
      input: phoneInput(values, event.params.id),
    });
    if (outcome.__typename === 'RegistrationRefused') {
      const problems = problemsOf(outcome.problems);
      return fail(422, { values, problems, refused: Object.values(problems)[0] ?? outcome.message });
    }
    const state = outcome.__typename === 'RegistrationConfirmed' ? 'oui' : 'attente';
    return redirect(
      303,
      memberRoutes.sessionHousehold(event.params.id, outcome.registration.id, `?inscrit=${state}`),
    );
  },
};
