import { ExportSponsorDataDocument } from '#lib/graphql/generated/graphql.ts';
import { privatePage } from '#lib/server/cache.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { RequestHandler } from './$types';

/** All that is held of one sponsor, as a file to be given to them. */
export const POST: RequestHandler = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { exportSponsorData } = await gateway.change(ExportSponsorDataDocument, { id: event.params.id });
  return new Response(exportSponsorData.json, {
    headers: {
      ...privatePage,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${exportSponsorData.fileName}"`,
    },
  });
};
