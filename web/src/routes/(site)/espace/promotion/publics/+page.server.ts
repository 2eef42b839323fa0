import {
  AudiencesDocument,
  CreateAudienceDocument,
  CreatePromotionMessageDocument,
  RemoveAudienceDocument,
  RemovePromotionMessageDocument,
  UpdateAudienceDocument,
  UpdatePromotionMessageDocument,
} from '#lib/graphql/generated/graphql.ts';
import { keptAction, nothing } from '#lib/promotion/kept.actions.server.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { readAudience, readMessage } from './audience.form.ts';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const { audiences } = await (await memberGateway(event)).ask(AudiencesDocument, {});
  return { audiences, removing: event.url.searchParams.get('supprimer') };
};

export const actions: Actions = {
  add: keptAction('add', readAudience, (gateway, input) => gateway.change(CreateAudienceDocument, { input })),
  save: keptAction('audience', readAudience, (gateway, input, held) =>
    gateway.change(UpdateAudienceDocument, { ...held, input }),
  ),
  remove: keptAction('remove', nothing, (gateway, _none, { id }) =>
    gateway.change(RemoveAudienceDocument, { id }),
  ),
  addMessage: keptAction('add-message', readMessage, (gateway, input, { id }) =>
    gateway.change(CreatePromotionMessageDocument, { input: { ...input, audienceId: id } }),
  ),
  saveMessage: keptAction('message', readMessage, (gateway, input, held) =>
    gateway.change(UpdatePromotionMessageDocument, { ...held, input }),
  ),
  removeMessage: keptAction('remove', nothing, (gateway, _none, { id }) =>
    gateway.change(RemovePromotionMessageDocument, { id }),
  ),
};
