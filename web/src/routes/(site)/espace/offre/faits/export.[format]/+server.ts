import { countWord, statusLabel } from '#lib/facts/fact.ts';
import { familyLabel } from '#lib/facts/families.ts';
import { FactListDocument, type FactListQuery } from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportLimit, exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { factShape, factVariables } from '../fact-list.ts';
import type { RequestHandler } from './$types';

type Fact = FactListQuery['facts']['nodes'][number];
type Variables = ReturnType<typeof factVariables>;

/** The facts that the list shows, all its pages, as a file. */
export const GET: RequestHandler = async (event) => {
  await memberOf(event);
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const variables = factVariables(parseList(factShape, event.url.searchParams));
  const gateway = await memberGateway(event);
  return exportResponse(format, {
    fileName: `faits-${tenantIn(event.locals).slug}`,
    head: [
      m.export_code(),
      m.facts_commune(),
      m.facts_family(),
      m.export_type_code(),
      m.facts_type(),
      m.facts_status(),
      m.export_count(),
      m.export_conflict(),
      m.facts_sources(),
      m.export_verified_by(),
      m.export_verified_on(),
      m.export_expires_on(),
    ],
    pages: pagesOf(gateway, variables),
  });
};

async function* pagesOf(gateway: GatewayClient, variables: Variables): AsyncGenerator<Cell[][]> {
  let after: string | null = null;
  for (let read = 0; read < exportLimit; ) {
    const answer: FactListQuery = await gateway.ask(FactListDocument, { ...variables, first: 100, after });
    const { nodes, pageInfo } = answer.facts;
    yield nodes.map(cellsOf);
    read += nodes.length;
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || nodes.length === 0) {
      return;
    }
  }
}

const cellsOf = ({ commune, type, status, count, conflict, statements, verification }: Fact): Cell[] => [
  commune.code,
  commune.name,
  familyLabel(type.family),
  type.code,
  type.label,
  statusLabel(status),
  count,
  conflict ? m.export_yes() : m.export_no(),
  statements
    .map(({ count: said, source, vintage }) => `${source.producer}, ${vintage} : ${countWord(said)}`)
    .join(' ; '),
  verification?.verifiedBy ?? null,
  verification?.verifiedAt.slice(0, 10) ?? null,
  verification?.expiresAt.slice(0, 10) ?? null,
];
