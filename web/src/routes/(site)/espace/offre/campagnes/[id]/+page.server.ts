import { CampaignDocument, OfferMatrixDocument } from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { dayFromNow } from '../campaign-form.ts';
import type { Actions, PageServerLoad } from './$types';
import { address, addresses, choose, close, open, update } from './campaign-actions.server.ts';
import { duplicate, remind, remove } from './invitation-actions.server.ts';
import { invitationShape, invitationState } from './invitation-list.ts';

const pageLength = 100;

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  if (!/^[0-9a-f-]{36}$/.test(event.params.id)) {
    return notFound();
  }
  const view = parseList(invitationShape, event.url.searchParams);
  const gateway = await memberGateway(event);
  const [{ verificationCampaign: campaign }, { territory }] = await Promise.all([
    gateway.ask(CampaignDocument, {
      id: event.params.id,
      first: pageLength,
      after: view.after,
      search: view.q || null,
      state: invitationState(view),
    }),
    gateway.ask(OfferMatrixDocument, {}),
  ]);
  if (!campaign || !territory) {
    return notFound();
  }
  return {
    campaign,
    view,
    origin: event.url.origin,
    justOpened: event.url.searchParams.has('ouverte'),
    today: dayFromNow(0),
    intercommunalities: territory.intercommunalities,
    communes: territory.communes.map(({ code, name }) => ({ code, name })),
  };
};

export const actions: Actions = {
  update,
  choose,
  addresses,
  address,
  open,
  close,
  remind,
  remove,
  duplicate,
};
