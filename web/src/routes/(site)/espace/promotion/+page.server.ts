import { PromotionCampaignsDocument } from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { campaignList, campaignShape, campaignVariables } from './campaign-list.ts';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const view = parseList(campaignShape, event.url.searchParams);
  const gateway = await memberGateway(event);
  const [{ campaigns }, views] = await Promise.all([
    gateway.ask(PromotionCampaignsDocument, { ...campaignVariables(view), first: 50, after: view.after }),
    savedViews(gateway, campaignList),
  ]);
  return { view, campaigns, views, gone: event.url.searchParams.has('supprimee') };
};

export const actions: Actions = savedViewActions(campaignList, campaignShape);
