import {
  ArrivalListDocument,
  type ArrivalListQuery,
  type ArrivalRowFragment,
} from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { arrivalFilter, arrivalShape, statusLabel } from '../arrival-list.ts';
import type { RequestHandler } from './$types';

/** The arrivals that the list shows, all its pages, as a file. */
export const GET: RequestHandler = async (event) => {
  await memberOf(event);
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const filter = arrivalFilter(parseList(arrivalShape, event.url.searchParams));
  return exportResponse(format, {
    fileName: `arrivees-${tenantIn(event.locals).slug}`,
    head: [
      m.arrivals_column_title(),
      m.arrivals_column_who(),
      m.arrivals_column_status(),
      m.arrivals_column_consent(),
      m.arrivals_column_published(),
      m.arrivals_column_changed(),
    ],
    pages: pagesOf(await memberGateway(event), filter),
  });
};

async function* pagesOf(
  gateway: GatewayClient,
  filter: ReturnType<typeof arrivalFilter>,
): AsyncGenerator<Cell[][]> {
  let after: string | null = null;
  do {
    const answer: ArrivalListQuery = await gateway.ask(ArrivalListDocument, { filter, first: 100, after });
    const { nodes, pageInfo } = answer.arrivalRecords;
    yield nodes.map(cellsOf);
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after);
}

const cellsOf = ({ arrival, subject, status }: ArrivalRowFragment): Cell[] => [
  arrival.title,
  subject.displayName,
  statusLabel(status),
  subject.consent?.givenAt.slice(0, 10) ?? null,
  arrival.publishedAt?.slice(0, 10) ?? null,
  arrival.updatedAt.slice(0, 10),
];
