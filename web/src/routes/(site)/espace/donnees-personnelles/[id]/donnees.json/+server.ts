import { error } from '@sveltejs/kit';
import { PersonExportDocument } from '#lib/graphql/generated/graphql.ts';
import { privatePage } from '#lib/server/cache.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { RequestHandler } from './$types';

/** What an export found, to be handed to the person. */
export const GET: RequestHandler = async (event) => {
  if (!(await memberOf(event)).decides) return forbidden();
  const { personExport } = await (await memberGateway(event)).ask(PersonExportDocument, {
    id: event.params.id,
  });
  if (!personExport) error(404);
  return new Response(personExport, {
    headers: {
      ...privatePage,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="donnees-personnelles.json"',
    },
  });
};
