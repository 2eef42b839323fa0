import { FactListDocument } from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { factList, factShape, factVariables } from './fact-list.ts';

const pageLength = 50;

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const view = parseList(factShape, event.url.searchParams);
  const gateway = await memberGateway(event);
  const [{ facts }, views] = await Promise.all([
    gateway.ask(FactListDocument, { ...factVariables(view), first: pageLength, after: view.after }),
    savedViews(gateway, factList),
  ]);
  return { view, facts, views };
};

export const actions: Actions = savedViewActions(factList, factShape);
