import { CampaignsDocument } from '#lib/graphql/generated/graphql.ts';
import { type ListShape, parseList } from '#lib/list/list-state.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';

const shape: ListShape = { filters: [], sorts: ['recent'] };
const pageLength = 20;

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const view = parseList(shape, event.url.searchParams);
  const gateway = await memberGateway(event);
  const { verificationCampaigns } = await gateway.ask(CampaignsDocument, {
    first: pageLength,
    after: view.after,
  });
  return { view, shape, campaigns: verificationCampaigns };
};
