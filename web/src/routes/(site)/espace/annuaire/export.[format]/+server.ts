import {
  PipelineTableDocument,
  type PipelineTableQuery,
  type SoloCardFragment,
} from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportLimit, exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden, notFound } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { pipelineShape, pipelineVariables } from '../pipeline-list.ts';
import { statusWords } from '../status-words.ts';
import type { RequestHandler } from './$types';

/** Who the pipeline shows, all its pages, as a file; the log of accesses says who took it. */
export const GET: RequestHandler = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const variables = pipelineVariables(parseList(pipelineShape, event.url.searchParams));
  return exportResponse(format, {
    fileName: `solos-${tenantIn(event.locals).slug}`,
    head: [
      m.solo_name(),
      m.solo_activity(),
      m.pipeline_stage(),
      m.solo_stands_since(),
      m.solo_person(),
      m.solo_email(),
      m.solo_phone(),
      m.solo_siret(),
      m.solo_commune(),
      m.pipeline_source(),
      m.solo_identified_on(),
    ],
    pages: pagesOf(await memberGateway(event), variables),
  });
};

async function* pagesOf(
  gateway: GatewayClient,
  variables: ReturnType<typeof pipelineVariables>,
): AsyncGenerator<Cell[][]> {
  let after: string | null = null;
  for (let read = 0; read < exportLimit; ) {
    const answer: PipelineTableQuery = await gateway.ask(PipelineTableDocument, {
      ...variables,
      first: 100,
      after,
      exported: true,
    });
    const { nodes, pageInfo } = answer.soloRecords;
    yield nodes.map(cellsOf);
    read += nodes.length;
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || nodes.length === 0) {
      return;
    }
  }
}

const cellsOf = (solo: SoloCardFragment): Cell[] => [
  solo.displayName,
  solo.activity,
  statusWords[solo.status](),
  solo.standsSince.slice(0, 10),
  solo.contact.personName ?? null,
  solo.contact.email ?? null,
  solo.contact.phone ?? null,
  solo.contact.siret ?? null,
  solo.commune?.name ?? null,
  solo.identifiedBy,
  solo.identifiedAt.slice(0, 10),
];
