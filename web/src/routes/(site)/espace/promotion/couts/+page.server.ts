import { PromotionCostsDocument } from '#lib/graphql/generated/graphql.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';
import { costView } from './cost-view.ts';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const { promotionCosts } = await (await memberGateway(event)).ask(PromotionCostsDocument, {});
  return { costs: promotionCosts, view: costView(event.url.searchParams) };
};
