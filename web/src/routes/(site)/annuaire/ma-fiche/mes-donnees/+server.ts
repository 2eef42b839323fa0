import { redirect } from '@sveltejs/kit';
import { ExportMyPersonalDataDocument } from '#lib/graphql/generated/graphql.ts';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import { sessionOf } from '../entry-session.ts';
import type { RequestHandler } from './$types';

/** Everything held of whoever holds the session, as a file. By a form, so that no address gives it away. */
export const POST: RequestHandler = async (event) => {
  const { exportMyPersonalData: copy } = await visitorGateway(event).change(ExportMyPersonalDataDocument, {
    session: sessionOf(event),
  });
  if (!copy) {
    redirect(303, routes.myEntry());
  }
  return new Response(copy.json, {
    headers: {
      ...privatePage,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${copy.fileName.replace(/[^a-z0-9.-]/gi, '')}"`,
      'x-robots-tag': 'noindex',
    },
  });
};

/** A page that was left open is told that its form is gone, not that something broke. */
export const GET: RequestHandler = () => redirect(303, routes.myEntry());
