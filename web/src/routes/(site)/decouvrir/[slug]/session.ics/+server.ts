import { OneSessionDocument } from '#lib/graphql/generated/graphql.ts';
import { unknownSession } from '#lib/server/failures.ts';
import { calendarResponse, sessionEntry } from '#lib/server/sessions/calendar.ts';
import type { RequestHandler } from './$types';

/** One session for a calendar. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const slug = params.slug.slice(0, 100);
  const { discoverySession } = await locals.gateway.ask(OneSessionDocument, { slug });
  return discoverySession
    ? calendarResponse([sessionEntry(discoverySession, url)], `${discoverySession.slug}.ics`)
    : unknownSession();
};
