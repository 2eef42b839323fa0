import { AccessRecordsDocument, type AccessRecordsQuery } from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportLimit, exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden, notFound } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { accessShape, accessVariables, accessWords } from '../access-list.ts';
import type { RequestHandler } from './$types';

/** Who looked at what, all the pages that the list shows, as a file. */
export const GET: RequestHandler = async (event) => {
  if (!(await memberOf(event)).administers) {
    return forbidden();
  }
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const variables = accessVariables(parseList(accessShape, event.url.searchParams));
  return exportResponse(format, {
    fileName: `acces-${tenantIn(event.locals).slug}`,
    head: [m.access_when(), m.access_who(), m.access_what(), m.access_how_many(), m.access_entries()],
    pages: pagesOf(await memberGateway(event), variables),
  });
};

async function* pagesOf(
  gateway: GatewayClient,
  variables: ReturnType<typeof accessVariables>,
): AsyncGenerator<Cell[][]> {
  let after: string | null = null;
  for (let read = 0; read < exportLimit; ) {
    const answer: AccessRecordsQuery = await gateway.ask(AccessRecordsDocument, {
      ...variables,
      first: 100,
      after,
    });
    const { nodes, pageInfo } = answer.accessRecords;
    yield nodes.map(({ at, userId, what, entries, names }) => [
      at,
      userId,
      accessWords[what](),
      entries,
      names.join(', '),
    ]);
    read += nodes.length;
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || nodes.length === 0) {
      return;
    }
  }
}
