import { SessionToPlanDocument } from '#lib/graphql/generated/graphql.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const gateway = await memberGateway(event);
  const { sessionRecord: record } = await gateway.ask(SessionToPlanDocument, { id: event.params.id });
  return record ? { record } : notFound();
};
