import {
  PipelineBoardDocument,
  PipelineStagesDocument,
  PipelineTableDocument,
} from '#lib/graphql/generated/graphql.ts';
import { parseList } from '#lib/list/list-state.ts';
import { savedViewActions, savedViews } from '#lib/list/saved-views.server.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { moveAction } from './move-action.server.ts';
import { isTable, pipelineList, pipelineShape, pipelineVariables } from './pipeline-list.ts';

const pageLength = 50;

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  const view = parseList(pipelineShape, event.url.searchParams);
  const gateway = await memberGateway(event);
  if (!decides) {
    const { soloStages } = await gateway.ask(PipelineStagesDocument, {});
    return { view, figures: soloStages, board: null, table: null, sources: [], views: [] };
  }
  const { search, filter, orderBy } = pipelineVariables(view);
  const views = savedViews(gateway, pipelineList);
  if (isTable(view)) {
    const { soloRecords, soloSources } = await gateway.ask(PipelineTableDocument, {
      search,
      filter,
      orderBy,
      first: pageLength,
      after: view.after,
    });
    return {
      view,
      figures: null,
      board: null,
      table: soloRecords,
      sources: soloSources,
      views: await views,
    };
  }
  const { soloBoard, soloSources } = await gateway.ask(PipelineBoardDocument, { search, filter });
  return { view, figures: null, board: soloBoard, table: null, sources: soloSources, views: await views };
};

export const actions: Actions = { ...savedViewActions(pipelineList, pipelineShape), move: moveAction };
