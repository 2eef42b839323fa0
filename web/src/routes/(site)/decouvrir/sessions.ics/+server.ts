import { m } from '#lib/paraglide/messages.js';
import { routes } from '#lib/routes.ts';
import { unavailable } from '#lib/server/failures.ts';
import { announcedFairs, announcedSessions } from '#lib/server/sessions/announced.ts';
import { calendarResponse, fairEntry, sessionEntry } from '#lib/server/sessions/calendar.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** All sessions and fairs for a calendar that follows them; what is cancelled says so, for calendars that have it. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const [sessions, fairs] = await Promise.all([
    announcedSessions(locals.gateway),
    announcedFairs(locals.gateway),
  ]);
  if (!sessions) {
    return unavailable();
  }
  const entries = [
    ...sessions.map((session) => sessionEntry(session, url)),
    ...fairs.map((fair) => fairEntry(fair, url)),
  ];
  return calendarResponse(entries, 'sessions.ics', {
    name: `${tenantIn(locals).name} · ${m.discover_feed_title()}`,
    source: url.origin + routes.sessionsCalendar(),
    refreshHours: 6,
  });
};
