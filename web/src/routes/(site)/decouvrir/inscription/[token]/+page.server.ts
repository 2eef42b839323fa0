import { fail, isHttpError, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  AcceptOfferDocument,
  CancelOwnRegistrationDocument,
  ChangeOwnRegistrationDocument,
  DeclineOfferDocument,
  type OwnOutcomeFragment,
  OwnRegistrationDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { squareOf } from '#lib/server/square.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import { checkInCode } from '#lib/sessions/check-in-code.ts';
import {
  type HouseholdValues,
  needsInput,
  partyInput,
  readHousehold,
  withRowChanged,
} from '#lib/sessions/household/household.form.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';
import { valuesOf } from './own-registration.ts';

type Problems = Record<string, string>;

/** What a household sees of its own registration, by the link of its e-mails alone. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ ...privatePage, 'x-robots-tag': 'noindex' });
  const token = event.params.token.slice(0, 200);
  const { ownRegistration } = await visitorGateway(event).ask(OwnRegistrationDocument, { token });
  // A session that is planned anew is nobody's to see: its registrations wait with it.
  const session = ownRegistration?.session;
  const { checkInToken } = ownRegistration ?? {};
  return {
    registration: ownRegistration && session ? { ...ownRegistration, session } : null,
    token,
    values: ownRegistration ? valuesOf(ownRegistration) : null,
    square: checkInToken ? squareOf(event.url.origin + routes.checkIn(checkInToken)) : null,
    /** The same for who cannot scan it. */
    code: checkInToken ? checkInCode(checkInToken) : '',
    done: event.url.searchParams.get('fait'),
    now: new Date().toISOString(),
  };
};

type Change = (gateway: GatewayClient, token: string) => Promise<OwnOutcomeFragment>;

/** Does what a button asks, once: what no longer holds is said, beside how things stand now. */
async function act(
  event: RequestEvent<{ token: string }>,
  done: string,
  change: Change,
  values: HouseholdValues | null,
) {
  const { token } = event.params;
  const refuse = (status: number, message: string, problems: Problems = {}) =>
    fail(status, { values, problems, message });
  try {
    const outcome = await change(visitorGateway(event), token);
    if (outcome.__typename === 'OwnRegistrationRefused') {
      const problems = problemsBy(outcome.problems);
      return refuse(outcome.reason === 'INVALID' ? 422 : 409, outcome.message, problems);
    }
  } catch (failure) {
    if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
    return refuse(failure.status, m.registration_later());
  }
  redirect(303, routes.registration(token, `?fait=${done}`));
}

export const actions: Actions = {
  accept: (event) =>
    act(
      event,
      'accepte',
      async (gateway, token) => (await gateway.change(AcceptOfferDocument, { token })).acceptOffer,
      null,
    ),
  decline: (event) =>
    act(
      event,
      'decline',
      async (gateway, token) => (await gateway.change(DeclineOfferDocument, { token })).declineOffer,
      null,
    ),
  cancel: (event) =>
    act(
      event,
      'annule',
      async (gateway, token) =>
        (await gateway.change(CancelOwnRegistrationDocument, { token })).cancelOwnRegistration,
      null,
    ),
  children: async ({ request }) => {
    const form = await request.formData();
    return {
      values: withRowChanged(readHousehold(form), form.get('rows')),
      problems: {} as Problems,
      message: null,
    };
  },
  change: async (event) => {
    const values = readHousehold(await event.request.formData());
    const input = { ...partyInput(values), needs: needsInput(values) };
    return act(
      event,
      'modifie',
      async (gateway, token) =>
        (await gateway.change(ChangeOwnRegistrationDocument, { token, input })).changeOwnRegistration,
      values,
    );
  },
};
