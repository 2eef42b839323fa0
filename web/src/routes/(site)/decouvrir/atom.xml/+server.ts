import { formatMoment, formatSpan } from '#lib/format/dates.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { routes } from '#lib/routes.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { unavailable } from '#lib/server/failures.ts';
import { atomOf } from '#lib/server/news/atom.ts';
import { type AnnouncedSession, announcedSessions } from '#lib/server/sessions/announced.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

const most = 50;

/** The sessions as a feed to subscribe to (Atom, RFC 4287): the fifty that were announced or changed last. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { name } = tenantIn(locals);
  const sessions = await announcedSessions(locals.gateway);
  if (!sessions) {
    return unavailable();
  }
  const latest = sessions
    .toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt))
    .slice(0, most);
  const xml = atomOf({
    address: url.origin + routes.sessionsFeed(),
    page: url.origin + routes.discover(),
    title: `${name} · ${m.discover_feed_title()}`,
    subtitle: m.sessions_text(),
    author: name,
    locale: getLocale(),
    since: '2026-01-01T00:00:00Z',
    entries: latest.map((session) => ({
      address: url.origin + routes.session(session),
      title: session.status === 'CANCELLED' ? `${m.session_cancelled()} : ${session.title}` : session.title,
      summary: session.summary ?? m.sessions_text(),
      paragraphs: paragraphsOf(session),
      publishedAt: session.publishedAt,
      updatedAt: session.updatedAt,
    })),
  });
  return new Response(xml, {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'access-control-allow-origin': '*',
      ...peoplePage,
    },
  });
};

/** When and where, then what is planned: what one reads before deciding to open the page. */
function paragraphsOf(session: AnnouncedSession): string[] {
  const when = formatSpan(session.startsAt, session.endsAt);
  const where = [session.meetingPlace, session.hostCommune?.name].filter(Boolean).join(', ');
  return [
    session.status === 'CANCELLED'
      ? [m.session_is_cancelled(), session.cancelReason].filter(Boolean).join(' ')
      : '',
    where ? `${when} · ${where}` : when,
    session.summary ?? '',
    session.demonstration ? m.demonstration() : '',
    session.programme.map(({ startsAt, title }) => `${formatMoment(startsAt)} : ${title}`).join(' · '),
  ].filter(Boolean);
}
