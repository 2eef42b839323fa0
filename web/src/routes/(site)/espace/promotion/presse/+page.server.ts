import {
  PressKitDocument,
  RemovePressDocumentDocument,
  UpdatePressDocumentDocument,
} from '#lib/graphql/generated/graphql.ts';
import { keptAction, nothing } from '#lib/promotion/kept.actions.server.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { readDocument } from './document.form.ts';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const { pressKit } = await (await memberGateway(event)).ask(PressKitDocument, {});
  return {
    documents: pressKit,
    refused: event.url.searchParams.get('refus'),
    removing: event.url.searchParams.get('supprimer'),
    today: new Date().toISOString().slice(0, 10),
  };
};

export const actions: Actions = {
  save: keptAction('document', readDocument, (gateway, input, held) =>
    gateway.change(UpdatePressDocumentDocument, { ...held, input }),
  ),
  remove: keptAction('remove', nothing, (gateway, _none, { id }) =>
    gateway.change(RemovePressDocumentDocument, { id }),
  ),
};
