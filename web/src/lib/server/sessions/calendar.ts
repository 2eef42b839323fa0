import {
  type CalendarEntry,
  type CalendarHead,
  calendarMediaType,
  writeCalendar,
} from '@ancrage/calendar/calendar';
import type {
  AnnouncedFairFragment,
  SessionCardFragment,
  SessionDetailsFragment,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { routes } from '#lib/routes.ts';
import { peoplePage } from '#lib/server/cache.ts';

type Session = SessionCardFragment & SessionDetailsFragment;

/** A session as an entry that keeps its identity for ever; `site` is where its page is. */
export function sessionEntry(session: Session, site: URL, id = session.id): CalendarEntry {
  const {
    title,
    summary,
    meetingPlace,
    hostCommune,
    startsAt,
    endsAt,
    updatedAt,
    revision,
    status,
    demonstration,
  } = session;
  const address = site.origin + routes.session(session);
  return {
    uid: `${id}@${site.hostname}`,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    changedAt: new Date(updatedAt),
    title,
    description: [summary, session.cancelReason, demonstration && m.demonstration(), address]
      .filter(Boolean)
      .join('\n\n'),
    place: [meetingPlace, hostCommune?.name].filter(Boolean).join(', ') || null,
    url: address,
    revision,
    cancelled: status === 'CANCELLED',
  };
}

export function fairEntry(fair: AnnouncedFairFragment, site: URL): CalendarEntry {
  const { id, name, place, summary, startsAt, endsAt, updatedAt, revision, slug, demonstration } = fair;
  const address = `${site.origin}${routes.discover()}#salon-${slug}`;
  return {
    uid: `${id}@${site.hostname}`,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    changedAt: new Date(updatedAt),
    title: name,
    description: [summary, demonstration && m.demonstration(), address].filter(Boolean).join('\n\n'),
    place,
    url: address,
    revision,
  };
}

/** A calendar file, by the rules of other pages about people: whoever keeps it asks each time whether it changed. */
export const calendarResponse = (
  entries: readonly CalendarEntry[],
  fileName: string,
  head: CalendarHead = {},
  cache: Record<string, string> = { ...peoplePage, 'access-control-allow-origin': '*' },
): Response =>
  new Response(writeCalendar(entries, { language: getLocale(), ...head }), {
    headers: {
      'content-type': calendarMediaType(),
      'content-disposition': `inline; filename="${fileName}"`,
      ...cache,
    },
  });
