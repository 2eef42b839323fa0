import { randomUUID } from 'node:crypto';
import { fail, isHttpError, redirect } from '@sveltejs/kit';
import {
  OneSessionDocument,
  RegisterHouseholdDocument,
  RegistrationConsentDocument,
} from '#lib/graphql/generated/graphql.ts';
import { originOf, originSearch } from '#lib/origin/origin.ts';
import { m } from '#lib/paraglide/messages.js';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { unknownSession } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import { withRowChanged } from '#lib/sessions/household/household.form.ts';
import { standingOf } from '#lib/sessions/session-standing.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';
import {
  emptyRegistration,
  type RegistrationValues,
  readRegistration,
  registrationInput,
} from './registration.form.ts';

type Problems = Record<string, string>;

async function sessionOf(gateway: GatewayClient, slug: string) {
  const { discoverySession } = await gateway.ask(OneSessionDocument, { slug: slug.slice(0, 100) });
  return discoverySession ?? unknownSession();
}

/** The form of one household. Each time that it is shown it gets a key of its own, so nobody in between keeps it. */
export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  setHeaders({ ...privatePage, 'x-robots-tag': 'noindex' });
  const [session, { registrationConsent: wordings }] = await Promise.all([
    sessionOf(locals.gateway, params.slug),
    locals.gateway.ask(RegistrationConsentDocument, {}),
  ]);
  return {
    session,
    wordings,
    standing: standingOf(session, new Date().toISOString()),
    search: originSearch(url),
    values: {
      ...emptyRegistration(randomUUID()),
      origin: { code: originOf(url), declaredChannel: null, declaredWords: null },
    } as RegistrationValues,
  };
};

export const actions: Actions = {
  children: async ({ request }) => {
    const form = await request.formData();
    const values = readRegistration(form, randomUUID());
    return {
      values: { ...values, ...withRowChanged(values, form.get('rows')) },
      problems: {} as Problems,
      message: null,
    };
  },
  register: async (event) => {
    const form = await event.request.formData();
    const values = readRegistration(form, randomUUID());
    const refuse = (status: number, message: string | null, problems: Problems) =>
      fail(status, { values, problems, message });
    const session = await sessionOf(event.locals.gateway, event.params.slug);
    let token: string | null;
    try {
      const { registerHousehold } = await visitorGateway(event).change(RegisterHouseholdDocument, {
        input: registrationInput(session.id, values, form),
      });
      if (registerHousehold.__typename === 'RegistrationRefused') {
        const { reason, message, problems } = registerHousehold;
        return refuse(reason === 'INVALID' ? 422 : 409, message, problemsBy(problems));
      }
      token = registerHousehold.token;
    } catch (failure) {
      if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
      return refuse(failure.status, m.registration_later(), {});
    }
    // A registration always comes with its link; the list is where one goes on, should it ever not.
    redirect(303, token ? routes.registration(token, '?fait=inscription') : routes.discover());
  },
};
