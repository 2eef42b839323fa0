import { fail, redirect } from '@sveltejs/kit';
import { families } from '#lib/facts/families.ts';
import { CreateCampaignDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import {
  type CampaignValues,
  campaignProblems,
  dayFromNow,
  problemsFrom,
  readCampaign,
} from '../campaign-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const values: CampaignValues = {
    name: '',
    message: m.campaign_message_usual(),
    dueOn: dayFromNow(30),
    families: [...families],
  };
  return { values, today: dayFromNow(0) };
};

export const actions: Actions = {
  default: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const values = readCampaign(await event.request.formData());
    const problems = campaignProblems(values, dayFromNow(0));
    if (Object.keys(problems).length > 0) {
      return fail(422, { values, problems });
    }
    const gateway = await memberGateway(event);
    const { createVerificationCampaign: created } = await gateway.change(CreateCampaignDocument, {
      input: values,
    });
    if (created.__typename === 'OfferRefused') {
      return fail(422, { values, problems: problemsFrom(created.problems) });
    }
    return redirect(303, memberRoutes.campaign(created.campaign.id));
  },
};
