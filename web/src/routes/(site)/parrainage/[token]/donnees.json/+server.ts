import { ExportDataAsSponsorDocument } from '#lib/graphql/generated/graphql.ts';
import { privatePage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { RequestHandler } from './$types';

/** All that is held of a sponsor, as a file, by their own link. */
export const POST: RequestHandler = async (event) => {
  const { exportDataAsSponsor: data } = await visitorGateway(event).change(ExportDataAsSponsorDocument, {
    token: event.params.token.slice(0, 200),
  });
  if (!data) {
    return notFound();
  }
  return new Response(data.json, {
    headers: {
      ...privatePage,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${data.fileName}"`,
      'x-robots-tag': 'noindex',
    },
  });
};
