import { redirect } from '@sveltejs/kit';
import {
  AudiencesDocument,
  CreatePromotionLinkDocument,
  OnePromotionCampaignDocument,
  RemovePromotionCampaignDocument,
  UpdatePromotionCampaignDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { keptAction, nothing } from '#lib/promotion/kept.actions.server.ts';
import { readLink } from '#lib/promotion/link.form.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { campaignValues, readCampaign } from '../campaign.form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const gateway = await memberGateway(event);
  const [{ campaign, promotionLinks: links, fairRecords: fairs }, { audiences }] = await Promise.all([
    gateway.ask(OnePromotionCampaignDocument, { id: event.params.id }),
    gateway.ask(AudiencesDocument, {}),
  ]);
  if (!campaign) {
    return notFound();
  }
  return {
    campaign,
    links,
    fairs,
    audiences,
    values: campaignValues(campaign),
    origin: event.url.origin,
    /** That its removal is to be confirmed is asked in the address, so without JavaScript too. */
    removing: event.url.searchParams.has('supprimer'),
  };
};

const remove = keptAction('remove', nothing, (gateway, _none, { id }) =>
  gateway.change(RemovePromotionCampaignDocument, { id }),
);

export const actions: Actions = {
  save: keptAction('campaign', readCampaign, (gateway, input, held) =>
    gateway.change(UpdatePromotionCampaignDocument, { ...held, input }),
  ),
  link: keptAction('link', readLink, (gateway, input, { id }) =>
    gateway.change(CreatePromotionLinkDocument, { input: { ...input, campaignId: id } }),
  ),
  remove: async (event) => {
    const answer = await remove(event);
    return 'done' in answer ? redirect(303, memberRoutes.promotion('?supprimee')) : answer;
  },
};
