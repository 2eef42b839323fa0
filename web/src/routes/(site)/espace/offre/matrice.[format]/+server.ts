import { familyLabel } from '#lib/facts/families.ts';
import { OfferMatrixDocument } from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { type MatrixRow, matrixCommunes, matrixShape, rowOf } from '../matrix.ts';
import type { RequestHandler } from './$types';

/** The matrix as it is shown, one line a commune and family. */
export const GET: RequestHandler = async (event) => {
  await memberOf(event);
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const { territory } = await (await memberGateway(event)).ask(OfferMatrixDocument, {});
  const view = parseList(matrixShape, event.url.searchParams);
  const rows = matrixCommunes(territory?.communes ?? [], view).map(rowOf);
  return exportResponse(format, {
    fileName: `qualification-${tenantIn(event.locals).slug}`,
    head: [
      m.export_code(),
      m.facts_commune(),
      m.export_population(),
      m.facts_family(),
      m.export_types(),
      m.export_known(),
      m.export_verified(),
      m.export_expired(),
      m.export_conflicts(),
    ],
    pages: (async function* () {
      yield rows.flatMap(linesOf);
    })(),
  });
};

const linesOf = ({ code, name, population, cells }: MatrixRow): Cell[][] =>
  cells.map(({ family, types, known, verified, expired, conflicts }) => [
    code,
    name,
    population,
    familyLabel(family),
    types,
    known,
    verified,
    expired,
    conflicts,
  ]);
