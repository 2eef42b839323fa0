import { SoloImportDocument } from '#lib/graphql/generated/graphql.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { leftRows } from '#lib/sheets/left-rows.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { soloImport } = await gateway.ask(SoloImportDocument, { id: event.params.id });
  return leftRows(event.params.format, soloImport ?? null);
};
