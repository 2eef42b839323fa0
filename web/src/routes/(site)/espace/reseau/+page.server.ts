import { NetworkListDocument, NetworkMatrixDocument } from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { networkList, networkShape, networkVariables } from './network-list.ts';

const pageLength = 50;

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const view = parseList(networkShape, event.url.searchParams);
  const gateway = await memberGateway(event);
  const [{ networkRecords: records }, { networkCoverage: coverage }, views] = await Promise.all([
    gateway.ask(NetworkListDocument, { ...networkVariables(view), first: pageLength, after: view.after }),
    gateway.ask(NetworkMatrixDocument, {}),
    savedViews(gateway, networkList),
  ]);
  return { view, records, coverage, views };
};

export const actions: Actions = savedViewActions(networkList, networkShape);
