import { readablePersonalData } from '#lib/directory/personal-data.server.ts';
import { ExportPersonalDataDocument } from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { RequestHandler } from './$types';

/** All that is held of one person, to be given to them: for machines as it is, or as a page that reads by itself. */
export const GET: RequestHandler = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const { id, format } = event.params;
  if (format !== 'json' && format !== 'html') {
    return notFound();
  }
  const gateway = await memberGateway(event);
  const { exportPersonalData } = await gateway.change(ExportPersonalDataDocument, { soloId: id });
  const { fileName, json } = exportPersonalData;
  const headers = { 'cache-control': 'private, no-store' };
  return format === 'json'
    ? new Response(json, {
        headers: {
          ...headers,
          'content-type': 'application/json; charset=utf-8',
          'content-disposition': `attachment; filename="${fileName}"`,
        },
      })
    : new Response(readablePersonalData(json), {
        headers: {
          ...headers,
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
        },
      });
};
