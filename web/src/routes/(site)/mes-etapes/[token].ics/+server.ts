import type { CalendarEntry } from '@ancrage/calendar/calendar';
import { StepFeedDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { privatePage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { calendarResponse } from '#lib/server/sessions/calendar.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { RequestHandler } from './$types';

const DAY = 86_400_000;

/** A member's steps for their own calendar: what there is to do and where, and nothing of whose welcome it is. */
export const GET: RequestHandler = async (event) => {
  const { stepFeed } = await visitorGateway(event).ask(StepFeedDocument, {
    token: event.params.token.slice(0, 200),
  });
  if (!stepFeed) {
    return notFound();
  }
  const { origin, hostname } = event.url;
  const locale = stepFeed.locale === 'en' ? 'en' : 'fr';
  const pages = `${origin}${locale === 'en' ? '/en' : ''}/espace/installations`;
  const entries = stepFeed.steps.map(({ id, installationId, title, dueOn, version }): CalendarEntry => {
    const startsAt = new Date(dueOn);
    const href = `${pages}/${installationId}#etape-${id}`;
    return {
      ...{ uid: `${id}@${hostname}`, title, startsAt, endsAt: new Date(startsAt.getTime() + DAY) },
      ...{ allDay: true, changedAt: new Date(), description: href, url: href, revision: version },
    };
  });
  const head = {
    name: `${tenantIn(event.locals).name} · ${m.installation_follow_steps_calendar({}, { locale })}`,
    refreshHours: 6,
    language: locale,
  };
  return calendarResponse(entries, 'mes-etapes.ics', head, privatePage);
};
