import {
  NetworkListDocument,
  type NetworkListQuery,
  type NetworkRowFragment,
} from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { commitmentLabel, scaleLabel, stateLabel } from '#lib/network/network-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { networkShape, networkVariables } from '../network-list.ts';
import { keptWords, stepsOf } from '../network-row.ts';
import type { RequestHandler } from './$types';

/** The actors that the list shows, all its pages, as a file. */
export const GET: RequestHandler = async (event) => {
  await memberOf(event);
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const variables = networkVariables(parseList(networkShape, event.url.searchParams));
  return exportResponse(format, {
    fileName: `reseau-${tenantIn(event.locals).slug}`,
    head: [
      m.network_column_name(),
      m.network_column_scale(),
      m.network_column_commune(),
      m.network_column_steps(),
      m.network_column_state(),
      m.network_column_commitment(),
      m.network_column_until(),
      m.network_export_median(),
      m.network_column_kept(),
      m.network_column_asked(),
      m.network_column_contacts(),
    ],
    pages: pagesOf(await memberGateway(event), variables),
  });
};

async function* pagesOf(
  gateway: GatewayClient,
  variables: ReturnType<typeof networkVariables>,
): AsyncGenerator<Cell[][]> {
  let after: string | null = null;
  do {
    const answer: NetworkListQuery = await gateway.ask(NetworkListDocument, {
      ...variables,
      first: 100,
      after,
    });
    const { nodes, pageInfo } = answer.networkRecords;
    yield nodes.map(cellsOf);
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after);
}

const cellsOf = (record: NetworkRowFragment): Cell[] => [
  record.actor.name,
  scaleLabel(record.actor.scale),
  record.actor.commune?.name ?? null,
  stepsOf(record).join(' ; '),
  stateLabel(record.state),
  commitmentLabel(record.commitmentState),
  record.committedUntil,
  record.responsiveness.medianWorkingDays,
  keptWords(record),
  record.lastAskedAt?.slice(0, 10) ?? null,
  record.contacts.map(({ name, phone, email }) => [name, phone, email].filter(Boolean).join(' ')).join(' ; '),
];
