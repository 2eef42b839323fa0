import {
  InstallationBoardDocument,
  InstallationTableDocument,
  OwnStepsDocument,
} from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { colleaguesOf, memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { installationList, installationShape, installationVariables, isTable } from './installation-list.ts';
import { stepActions } from './step-actions.server.ts';

const pageLength = 50;

export const load: PageServerLoad = async (event) => {
  const { decides, proposes, person } = await memberOf(event);
  const view = parseList(installationShape, event.url.searchParams);
  const nothing = { view, board: null, table: null, colleagues: [], views: [] };
  if (!decides) {
    const gateway = proposes ? await memberGateway(event) : null;
    const own = gateway ? (await gateway.ask(OwnStepsDocument, {})).ownSteps : null;
    return { ...nothing, allowed: false, own };
  }
  const gateway = await memberGateway(event);
  const { search, filter, orderBy } = installationVariables(view, person.id);
  const [views, colleagues, answer] = await Promise.all([
    savedViews(gateway, installationList),
    colleaguesOf(event),
    isTable(view)
      ? gateway.ask(InstallationTableDocument, {
          search,
          filter,
          orderBy,
          first: pageLength,
          after: view.after,
        })
      : gateway.ask(InstallationBoardDocument, { search, filter }),
  ]);
  return {
    view,
    allowed: true,
    own: null,
    board: 'installationBoard' in answer ? answer.installationBoard : null,
    table: 'installationRecords' in answer ? answer.installationRecords : null,
    colleagues: colleagues.filter(({ id }) => id !== person.id),
    views,
  };
};

export const actions: Actions = { ...savedViewActions(installationList, installationShape), ...stepActions };
