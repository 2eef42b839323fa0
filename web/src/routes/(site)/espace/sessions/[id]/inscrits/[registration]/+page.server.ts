import { fail, redirect } from '@sveltejs/kit';
import {
  CancelHouseholdDocument,
  OneHouseholdDocument,
  RemoveVisitDocument,
  ResizeHouseholdDocument,
  SaveVisitDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { clockOf, problemsOf } from '../../../session-form.ts';
import { readParty, readVisit, visitInput } from '../household-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const { id, registration } = event.params;
  const answer = await (await memberGateway(event)).ask(OneHouseholdDocument, {
    id,
    registrationId: registration,
  });
  const { sessionRecord: record, registrationRecord: household } = answer;
  if (!record || household?.sessionId !== record.id) {
    return notFound();
  }
  return {
    record,
    household,
    visits: answer.householdVisits
      .filter((visit) => visit.registrationId === household.id)
      .map((visit) => ({ ...visit, clock: clockOf(visit.startsAt) })),
    trail: answer.registrationTrail.nodes,
    firstVisit: `${clockOf(record.session.startsAt).slice(0, 10)}T14:00`,
    /** Whether its cancellation is to be confirmed; it is asked in the address, so without JavaScript too. */
    cancelling: event.url.searchParams.has('annuler'),
    registered: event.url.searchParams.get('inscrit'),
  };
};

export const actions: Actions = {
  resize: async (event) => {
    await memberOf(event);
    const typed = readParty(await event.request.formData());
    const { outcome } = await (await memberGateway(event)).change(ResizeHouseholdDocument, {
      id: event.params.registration,
      adults: typed.adults,
      childrenBirthYears: typed.years,
    });
    if (outcome.__typename === 'RegistrationChanged') return { done: 'resized' as const };
    return fail(422, { typed, refused: outcome.problems[0]?.message ?? outcome.message });
  },
  cancel: async (event) => {
    await memberOf(event);
    const reason = String((await event.request.formData()).get('reason') ?? '')
      .trim()
      .slice(0, 300);
    const { outcome } = await (await memberGateway(event)).change(CancelHouseholdDocument, {
      id: event.params.registration,
      reason: reason || null,
    });
    if (outcome.__typename === 'RegistrationChanged') return { done: 'cancelled' as const };
    return fail(422, { reason, refused: outcome.message });
  },
  visit: async (event) => {
    await memberOf(event);
    const visit = readVisit(await event.request.formData());
    const { outcome } = await (await memberGateway(event)).change(SaveVisitDocument, {
      input: visitInput(visit, event.params.registration),
    });
    if (outcome.__typename === 'HouseholdVisitSaved') return { done: 'visit' as const };
    return fail(422, { visit, problems: problemsOf(outcome.problems) });
  },
  remove: async (event) => {
    await memberOf(event);
    const visit = String((await event.request.formData()).get('visit') ?? '');
    await (await memberGateway(event)).change(RemoveVisitDocument, { id: visit });
    redirect(303, memberRoutes.sessionHousehold(event.params.id, event.params.registration, '#visites'));
  },
};
