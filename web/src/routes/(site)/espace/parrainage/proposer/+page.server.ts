import { fail, redirect } from '@sveltejs/kit';
import { ProposeSponsorshipDocument, SponsorProposalsDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';

const id = /^[0-9a-f-]{36}$/;

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const prospectId = event.url.searchParams.get('candidat') ?? '';
  if (!id.test(prospectId)) {
    return notFound();
  }
  const gateway = await memberGateway(event);
  const { prospectRecord, sponsorProposals } = await gateway.ask(SponsorProposalsDocument, { prospectId });
  return prospectRecord ? { household: prospectRecord, found: sponsorProposals } : notFound();
};

export const actions: Actions = {
  default: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const sponsorId = typedIn(await event.request.formData(), 'sponsor');
    const prospectId = event.url.searchParams.get('candidat') ?? '';
    if (!id.test(prospectId) || !id.test(sponsorId)) {
      return notFound();
    }
    const gateway = await memberGateway(event);
    const { proposeSponsorship } = await gateway.change(ProposeSponsorshipDocument, {
      prospectId,
      sponsorId,
    });
    if (proposeSponsorship.__typename === 'SponsorshipSaved') {
      redirect(303, memberRoutes.sponsorship(proposeSponsorship.record.id, '?propose'));
    }
    const problems =
      proposeSponsorship.__typename === 'SponsorshipRefused' ? problemsBy(proposeSponsorship.problems) : {};
    return fail(409, { problem: Object.values(problems)[0] ?? '' });
  },
};
