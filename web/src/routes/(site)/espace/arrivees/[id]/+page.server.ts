import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  ArrivalChoicesDocument,
  ArrivalToEditDocument,
  DeleteArrivalDocument,
  PublishArrivalDocument,
  UpdateArrivalDocument,
  WithdrawArrivalDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { inputOf, problemsOf, readArrival, valuesOf } from '../arrival.form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const gateway = await memberGateway(event);
  const [{ territory }, { arrivalRecord: record }] = await Promise.all([
    gateway.ask(ArrivalChoicesDocument, {}),
    gateway.ask(ArrivalToEditDocument, { id: event.params.id }),
  ]);
  if (!record) {
    return notFound();
  }
  return {
    record,
    values: valuesOf(record),
    communes: territory?.communes ?? [],
    /** Whether its deletion is to be confirmed; it is asked in the address, so without JavaScript too. */
    deleting: event.url.searchParams.has('supprimer'),
  };
};

const turn =
  (
    document: typeof PublishArrivalDocument | typeof WithdrawArrivalDocument,
    done: 'published' | 'withdrawn',
  ) =>
  async (event: RequestEvent) => {
    await memberOf(event);
    const { outcome } = await (await memberGateway(event)).change(document, { id: event.params.id ?? '' });
    const problems = problemsOf(outcome);
    return problems ? fail(422, { problems }) : { done };
  };

export const actions: Actions = {
  save: async (event) => {
    await memberOf(event);
    const values = readArrival(await event.request.formData());
    const { outcome } = await (await memberGateway(event)).change(UpdateArrivalDocument, {
      id: event.params.id,
      input: inputOf(values),
    });
    const problems = problemsOf(outcome);
    return problems ? fail(422, { values, problems }) : { done: 'saved' as const };
  },
  publish: turn(PublishArrivalDocument, 'published'),
  withdraw: turn(WithdrawArrivalDocument, 'withdrawn'),
  delete: async (event) => {
    await memberOf(event);
    await (await memberGateway(event)).change(DeleteArrivalDocument, { id: event.params.id });
    redirect(303, memberRoutes.arrivals());
  },
};
