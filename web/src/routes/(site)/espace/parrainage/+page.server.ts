import { SponsorshipDeskDocument, SponsorshipRecordsDocument } from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { sponsorshipList, sponsorshipShape, sponsorshipVariables } from './sponsorship-list.ts';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  const view = parseList(sponsorshipShape, event.url.searchParams);
  if (!decides) {
    return { view, allowed: false, desk: null, list: null, views: [] };
  }
  const gateway = await memberGateway(event);
  const [views, { sponsorshipDesk }, { sponsorshipRecords }] = await Promise.all([
    savedViews(gateway, sponsorshipList),
    gateway.ask(SponsorshipDeskDocument, {}),
    gateway.ask(SponsorshipRecordsDocument, { ...sponsorshipVariables(view), first: 50, after: view.after }),
  ]);
  return { view, allowed: true, desk: sponsorshipDesk, list: sponsorshipRecords, views };
};

export const actions: Actions = savedViewActions(sponsorshipList, sponsorshipShape);
