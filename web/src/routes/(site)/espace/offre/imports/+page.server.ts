import { type ImportRunStatus, ImportsPageDocument } from '#lib/graphql/generated/graphql.ts';
import { filterValue, parseList } from '#lib/list/list-state.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';
import { importShape } from './import-shape.ts';

const pageLength = 20;

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const { searchParams } = event.url;
  const view = parseList(importShape, searchParams);
  const status = filterValue(view, 'etat') as ImportRunStatus | null;
  const { importDatasets, importRuns } = await (await memberGateway(event)).ask(ImportsPageDocument, {
    first: pageLength,
    after: view.after,
    filter: { search: view.q || null, status: status && [status], dataset: filterValue(view, 'donnees') },
  });
  return {
    view,
    datasets: importDatasets,
    runs: importRuns,
    asked: searchParams.get('importer')?.slice(0, 40) ?? null,
    refused: searchParams.get('refus')?.slice(0, 40) ?? null,
  };
};
