import { SponsorFormChoicesDocument, SponsorRecordsDocument } from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { sponsorList, sponsorShape, sponsorVariables } from './sponsor-list.ts';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  const view = parseList(sponsorShape, event.url.searchParams);
  if (!decides) {
    return { view, list: null, communes: [], views: [] };
  }
  const gateway = await memberGateway(event);
  const [views, { territory }, { sponsorRecords }] = await Promise.all([
    savedViews(gateway, sponsorList),
    gateway.ask(SponsorFormChoicesDocument, {}),
    gateway.ask(SponsorRecordsDocument, { ...sponsorVariables(view), first: 50, after: view.after }),
  ]);
  return { view, list: sponsorRecords, communes: territory?.communes ?? [], views };
};

export const actions: Actions = savedViewActions(sponsorList, sponsorShape);
