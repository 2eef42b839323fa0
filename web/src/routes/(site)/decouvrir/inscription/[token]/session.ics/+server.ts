import { OwnRegistrationDocument } from '#lib/graphql/generated/graphql.ts';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { calendarResponse, sessionEntry } from '#lib/server/sessions/calendar.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { RequestHandler } from './$types';

/** The household's own entry, the same as in its e-mails: a calendar that has that one keeps one. */
export const GET: RequestHandler = async (event) => {
  const { token } = event.params;
  const { ownRegistration } = await visitorGateway(event).ask(OwnRegistrationDocument, {
    token: token.slice(0, 200),
  });
  if (!ownRegistration?.session) {
    return notFound();
  }
  const { id, session, status } = ownRegistration;
  const entry = sessionEntry(session, event.url, id);
  const own = {
    ...entry,
    url: event.url.origin + routes.registration(token),
    cancelled: entry.cancelled || status === 'CANCELLED',
  };
  return calendarResponse([own], 'session.ics', {}, privatePage);
};
