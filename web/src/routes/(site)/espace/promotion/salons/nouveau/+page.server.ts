import { redirect } from '@sveltejs/kit';
import { CreateFairDocument, PromotionChoicesDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { keptAction } from '#lib/promotion/kept.actions.server.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { readFair } from '../fair.form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const { campaigns } = await (await memberGateway(event)).ask(PromotionChoicesDocument, {});
  return { campaigns: campaigns.nodes };
};

const create = keptAction('fair', readFair, (gateway, input) =>
  gateway.change(CreateFairDocument, { input }),
);

export const actions: Actions = {
  default: async (event) => {
    const answer = await create(event);
    return 'done' in answer ? redirect(303, memberRoutes.fair(answer.done)) : answer;
  },
};
