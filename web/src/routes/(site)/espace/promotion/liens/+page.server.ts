import {
  CreatePromotionLinkDocument,
  PromotionChoicesDocument,
  PromotionLinksDocument,
  RemovePromotionLinkDocument,
  UpdatePromotionLinkDocument,
} from '#lib/graphql/generated/graphql.ts';
import { keptAction, nothing } from '#lib/promotion/kept.actions.server.ts';
import { readLink } from '#lib/promotion/link.form.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const gateway = await memberGateway(event);
  const [{ promotionLinks }, { campaigns, fairRecords }] = await Promise.all([
    gateway.ask(PromotionLinksDocument, { fairId: null }),
    gateway.ask(PromotionChoicesDocument, {}),
  ]);
  const asked = (event.url.searchParams.get('q') ?? '').trim().slice(0, 80);
  const words = asked.toLocaleLowerCase('fr');
  const links = promotionLinks.filter(({ label, code, campaignName, fairName }) =>
    `${label} ${code} ${campaignName ?? ''} ${fairName ?? ''}`.toLocaleLowerCase('fr').includes(words),
  );
  return {
    links,
    asked,
    total: promotionLinks.length,
    campaigns: campaigns.nodes,
    fairs: fairRecords.map(({ id, fair }) => ({ id, name: fair.name })),
    origin: event.url.origin,
    removing: event.url.searchParams.get('supprimer'),
  };
};

export const actions: Actions = {
  add: keptAction('add', readLink, (gateway, input) =>
    gateway.change(CreatePromotionLinkDocument, { input }),
  ),
  save: keptAction('link', readLink, (gateway, input, held) =>
    gateway.change(UpdatePromotionLinkDocument, { ...held, input }),
  ),
  remove: keptAction('remove', nothing, (gateway, _none, { id }) =>
    gateway.change(RemovePromotionLinkDocument, { id }),
  ),
};
