import { OneFairDocument } from '#lib/graphql/generated/graphql.ts';
import { notFound } from '#lib/server/failures.ts';
import { calendarResponse, fairEntry } from '#lib/server/sessions/calendar.ts';
import type { RequestHandler } from './$types';

/** One fair for a calendar. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { fair } = await locals.gateway.ask(OneFairDocument, { slug: params.slug.slice(0, 100) });
  return fair ? calendarResponse([fairEntry(fair, url)], `${fair.slug}.ics`) : notFound();
};
