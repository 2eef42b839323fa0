import { SessionPlanListDocument } from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { sessionList, sessionShape, sessionVariables } from './session-list.ts';

const pageLength = 50;

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const view = parseList(sessionShape, event.url.searchParams);
  const gateway = await memberGateway(event);
  const [{ sessionRecords: records }, views] = await Promise.all([
    gateway.ask(SessionPlanListDocument, {
      ...sessionVariables(view),
      first: pageLength,
      after: view.after,
    }),
    savedViews(gateway, sessionList),
  ]);
  return { view, records, views, deleted: event.url.searchParams.has('supprimee') };
};

export const actions: Actions = savedViewActions(sessionList, sessionShape);
