import { PersonRequestDocument, RetryPersonRequestDocument } from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) return forbidden();
  const gateway = await memberGateway(event);
  const { personRequest } = await gateway.ask(PersonRequestDocument, { id: event.params.id });
  return personRequest ? { request: personRequest } : notFound();
};

export const actions: Actions = {
  retry: async (event) => {
    if (!(await memberOf(event)).decides) return forbidden();
    await (await memberGateway(event)).change(RetryPersonRequestDocument, { id: event.params.id });
    return { again: true };
  },
};
