import type { TodayOfSessionsQuery } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { m } from '#lib/paraglide/messages.js';

/** How soon a session with free seats is one to speak of. */
const soonDays = 30;

/** What today asks of who plans sessions: seats to fill soon, offers without an answer, drafts. */
export function sessionLines({ drafts, upcoming }: TodayOfSessionsQuery, now: string) {
  const limit = Date.parse(now) + soonDays * 86_400_000;
  const soon = upcoming.nodes.filter(
    ({ session }) =>
      session.status === 'PUBLISHED' && session.seatsLeft > 0 && Date.parse(session.startsAt) <= limit,
  );
  const waiting = upcoming.nodes.filter(({ households }) => (households?.offered ?? 0) > 0);
  const offers = waiting.reduce((sum, { households }) => sum + (households?.offered ?? 0), 0);
  const [only] = waiting.length === 1 ? waiting : [];
  const [next] = soon.length === 1 ? soon : [];
  return [
    {
      count: soon.length,
      label: m.today_sessions_soon({
        count: soon.length,
        seats: soon.reduce((sum, { session }) => sum + session.seatsLeft, 0),
      }),
      none: m.today_no_sessions_soon(),
      href: next
        ? memberRoutes.sessionPlan(next.id)
        : memberRoutes.sessions('?periode=a-venir&etat=ouvertes&tri=date'),
    },
    {
      count: offers,
      label: m.today_offers({ count: offers }),
      none: m.today_no_offers(),
      href: only
        ? memberRoutes.sessionHouseholds(only.id, '#offres')
        : memberRoutes.sessions('?periode=a-venir&tri=date'),
    },
    {
      count: drafts.totalCount,
      label: m.today_drafts({ count: drafts.totalCount }),
      none: m.today_no_drafts(),
      href: memberRoutes.sessions('?etat=brouillons'),
    },
  ];
}
