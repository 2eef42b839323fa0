import { redirect } from '@sveltejs/kit';
import { AudiencesDocument, CreatePromotionCampaignDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { keptAction } from '#lib/promotion/kept.actions.server.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { readCampaign } from '../campaign.form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  return (await memberGateway(event)).ask(AudiencesDocument, {});
};

const create = keptAction('campaign', readCampaign, (gateway, input) =>
  gateway.change(CreatePromotionCampaignDocument, { input }),
);

export const actions: Actions = {
  default: async (event) => {
    const answer = await create(event);
    return 'done' in answer ? redirect(303, memberRoutes.promotionCampaign(answer.done)) : answer;
  },
};
