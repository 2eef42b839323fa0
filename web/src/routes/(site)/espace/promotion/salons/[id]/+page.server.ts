import { redirect } from '@sveltejs/kit';
import {
  CreatePromotionLinkDocument,
  OneFairRecordDocument,
  PromotionChoicesDocument,
  PromotionLinksDocument,
  RemoveFairDocument,
  UpdateFairDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { keptAction, nothing } from '#lib/promotion/kept.actions.server.ts';
import { readLink } from '#lib/promotion/link.form.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { fairValues, readFair } from '../fair.form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const gateway = await memberGateway(event);
  const { id } = event.params;
  const [{ fairRecord }, { campaigns }] = await Promise.all([
    gateway.ask(OneFairRecordDocument, { id }),
    gateway.ask(PromotionChoicesDocument, {}),
  ]);
  if (!fairRecord) {
    return notFound();
  }
  const { promotionLinks } = await gateway.ask(PromotionLinksDocument, { fairId: id });
  return {
    record: fairRecord,
    links: promotionLinks,
    campaigns: campaigns.nodes,
    values: fairValues(fairRecord),
    origin: event.url.origin,
    removing: event.url.searchParams.has('supprimer'),
  };
};

const remove = keptAction('remove', nothing, (gateway, _none, { id }) =>
  gateway.change(RemoveFairDocument, { id }),
);

export const actions: Actions = {
  save: keptAction('fair', readFair, (gateway, input, held) =>
    gateway.change(UpdateFairDocument, { ...held, input }),
  ),
  link: keptAction('link', readLink, (gateway, input, { id }) =>
    gateway.change(CreatePromotionLinkDocument, { input: { ...input, fairId: id } }),
  ),
  remove: async (event) => {
    const answer = await remove(event);
    return 'done' in answer ? redirect(303, memberRoutes.fairs('?supprime')) : answer;
  },
};
