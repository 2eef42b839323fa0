import { FairRecordsDocument } from '#lib/graphql/generated/graphql.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const { fairRecords } = await (await memberGateway(event)).ask(FairRecordsDocument, {});
  return {
    // Who is about to leave for one looks for the nearest; those that are over come after, the latest first.
    toCome: fairRecords.filter(({ time }) => time === 'TO_COME').reverse(),
    over: fairRecords.filter(({ time }) => time === 'OVER'),
    gone: event.url.searchParams.has('supprime'),
  };
};
