import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';

/** One entry of a calendar. Texts are plain; what a calendar cannot hold, such as control characters, is left out. */
export interface CalendarEntry {
  /** The same for as long as it is the same entry, whatever changes: `<uuid>@<host of the site>`. */
  uid: string;
  startsAt: Date;
  endsAt: Date;
  /** Of whole days: those of `startsAt` and, not included, `endsAt` in UTC. Whoever has it is not busy. */
  allDay?: boolean;
  title: string;
  /** When what it says was last changed. */
  changedAt: Date;
  description?: string | null;
  place?: string | null;
  url?: string | null;
  /** SEQUENCE: grows when its date or its place change, or calendars keep what they had. */
  revision?: number;
  cancelled?: boolean;
  /** Who invites: needed, with `invited`, for a calendar that is sent to somebody. */
  organiser?: Person;
  /** Who comes: their calendar takes the entry without asking for an answer. */
  invited?: Person;
}

export interface Person {
  name: string;
  email: string;
}

export interface CalendarHead {
  /** What a mail client does with it (RFC 5546): takes the entries, takes them out, or nothing by itself. */
  method?: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  /** How a calendar that is followed is called. */
  name?: string;
  /** Where it is followed from. */
  source?: string;
  /** fr or en */
  language?: string;
  /** How often whoever follows it should look again. */
  refreshHours?: number;
}

/** Media type of a calendar file; one that is sent to somebody says its method too. */
export const calendarMediaType = (method?: CalendarHead['method']): string =>
  `text/calendar; charset=utf-8${method ? `; method=${method}` : ''}`;

/**
 * Writes a calendar (RFC 5545). Times are written in UTC: they are the same moment everywhere, on either side of a change
 * of clocks, and no calendar needs to know the rules of Paris.
 */
export function writeCalendar(entries: readonly CalendarEntry[], head: CalendarHead = {}): string {
  const { method, name, source, language = 'fr', refreshHours } = head;
  const calendar = ical({
    prodId: { company: 'Ancrage', product: 'Ancrage', language: language.toUpperCase() },
    ...(method && { method: ICalCalendarMethod[method] }),
    ...(name && { name: writable(name) }),
    ...(source && { source }),
    ...(refreshHours && { ttl: refreshHours * 3600 }),
  });
  for (const entry of entries) {
    const { organiser, invited } = entry;
    calendar.createEvent({
      id: entry.uid,
      start: entry.startsAt,
      end: entry.endsAt,
      allDay: entry.allDay ?? false,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      sequence: entry.revision ?? 0,
      summary: writable(entry.title),
      description: entry.description ? writable(entry.description) : null,
      location: entry.place ? writable(entry.place) : null,
      url: entry.url ?? null,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency:
        entry.cancelled || entry.allDay ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      ...(organiser && { organizer: { ...organiser, name: writable(organiser.name) } }),
      ...(invited && {
        attendees: [
          {
            email: invited.email,
            name: writable(invited.name),
            status: ICalAttendeeStatus.ACCEPTED,
            rsvp: false,
          },
        ],
      }),
    });
  }
  const text = calendar.toString();
  return text.endsWith('\r\n') ? text : `${text}\r\n`;
}

/** A text without what would end its line, or what RFC 5545 has no place for. */
const writable = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
