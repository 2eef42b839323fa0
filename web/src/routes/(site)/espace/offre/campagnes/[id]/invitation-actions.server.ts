import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  CampaignDocument,
  DuplicateCampaignDocument,
  RemindInvitationsDocument,
  RemoveInvitationsDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import { dayFromNow, limits } from '../campaign-form.ts';
import { agentGateway, refusal } from './campaign-actions.server.ts';

type CampaignEvent = RequestEvent & { params: { id: string } };

/** Writes again to those who have not answered. */
export async function remind(event: CampaignEvent) {
  const gateway = await agentGateway(event);
  const { remindInvitations: reminded } = await gateway.change(RemindInvitationsDocument, {
    campaignId: event.params.id,
    ids: null,
  });
  return reminded.__typename === 'OfferRefused'
    ? refusal('remind', reminded)
    : { form: 'remind', reminded: true };
}

/** Takes a commune out of a draft; in an open campaign its link dies. */
export async function remove(event: CampaignEvent) {
  const gateway = await agentGateway(event);
  const invitation = String((await event.request.formData()).get('invitation') ?? '');
  if (!/^[0-9a-f-]{36}$/.test(invitation)) {
    return fail(422, { form: 'remove' });
  }
  const { removeInvitations: removed } = await gateway.change(RemoveInvitationsDocument, {
    campaignId: event.params.id,
    ids: [invitation],
  });
  return removed.__typename === 'OfferRefused' ? refusal('remove', removed) : { form: 'remove' };
}

/** The same questions to the same communes, as a new draft. */
export async function duplicate(event: CampaignEvent) {
  const gateway = await agentGateway(event);
  const { id } = event.params;
  const { verificationCampaign: former } = await gateway.ask(CampaignDocument, {
    id,
    first: 1,
    after: null,
    search: null,
    state: null,
  });
  if (!former) {
    return notFound();
  }
  const { duplicateVerificationCampaign: copied } = await gateway.change(DuplicateCampaignDocument, {
    id,
    input: {
      name: m.campaign_copy_name({ name: former.name }).slice(0, limits.name),
      message: former.message,
      families: former.families,
      dueOn: dayFromNow(30),
    },
  });
  return copied.__typename === 'OfferRefused'
    ? refusal('duplicate', copied)
    : redirect(303, memberRoutes.campaign(copied.campaign.id));
}
