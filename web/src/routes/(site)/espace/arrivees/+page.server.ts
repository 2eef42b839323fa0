import { ArrivalListDocument } from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { arrivalFilter, arrivalList, arrivalShape } from './arrival-list.ts';

const pageLength = 50;

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const view = parseList(arrivalShape, event.url.searchParams);
  const gateway = await memberGateway(event);
  const [{ arrivalRecords: records }, views] = await Promise.all([
    gateway.ask(ArrivalListDocument, { filter: arrivalFilter(view), first: pageLength, after: view.after }),
    savedViews(gateway, arrivalList),
  ]);
  return { view, records, views };
};

export const actions: Actions = savedViewActions(arrivalList, arrivalShape);
