import { error } from '@sveltejs/kit';
import { OwnExportJsonDocument } from '#lib/graphql/generated/graphql.ts';
import { privatePage } from '#lib/server/cache.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { RequestHandler } from './$types';

/** All that is kept of a household, as a file. */
export const GET: RequestHandler = async (event) => {
  const token = event.params.token.slice(0, 200);
  const { ownExportJson } = await visitorGateway(event).ask(OwnExportJsonDocument, { token });
  if (!ownExportJson) error(404);
  return new Response(ownExportJson, {
    headers: {
      ...privatePage,
      'x-robots-tag': 'noindex',
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `${event.url.searchParams.has('lire') ? 'inline' : 'attachment'}; filename="mes-donnees.json"`,
    },
  });
};
