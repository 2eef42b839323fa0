import {
  ProspectBoardDocument,
  ProspectTableDocument,
  UnreadHouseholdsDocument,
} from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { colleaguesOf, memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { moveAction } from './move-action.server.ts';
import { isTable, prospectList, prospectShape, prospectVariables } from './prospect-list.ts';

const pageLength = 50;

export const load: PageServerLoad = async (event) => {
  const { decides, person } = await memberOf(event);
  const view = parseList(prospectShape, event.url.searchParams);
  if (!decides) {
    return { view, allowed: false, board: null, table: null, colleagues: [], views: [], waiting: [] };
  }
  const gateway = await memberGateway(event);
  const { search, filter, orderBy } = prospectVariables(view, person.id);
  const [views, colleagues, { unreadHouseholds }, answer] = await Promise.all([
    savedViews(gateway, prospectList),
    colleaguesOf(event),
    gateway.ask(UnreadHouseholdsDocument, {}),
    isTable(view)
      ? gateway.ask(ProspectTableDocument, { search, filter, orderBy, first: pageLength, after: view.after })
      : gateway.ask(ProspectBoardDocument, { search, filter }),
  ]);
  return {
    view,
    allowed: true,
    board: 'prospectBoard' in answer ? answer.prospectBoard : null,
    table: 'prospectRecords' in answer ? answer.prospectRecords : null,
    colleagues,
    views,
    /** Who waits to be read. */
    waiting: unreadHouseholds,
  };
};

export const actions: Actions = { ...savedViewActions(prospectList, prospectShape), move: moveAction };
