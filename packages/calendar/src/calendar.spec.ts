import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarMediaType, writeCalendar } from './calendar.js';

const ENTRY: CalendarEntry = {
  uid: '0d4b1f6e-6f0f-4d7b-9a55-2f60f5f3a111@accueil.example.fr',
  startsAt: new Date('2027-03-27T08:00:00Z'),
  endsAt: new Date('2027-03-28T15:30:00Z'),
  changedAt: new Date('2026-11-23T10:00:00Z'),
  title: 'Week-end découverte',
};
const PEOPLE = {
  organiser: { name: 'Pays de Foix', email: 'accueil@example.fr' },
  invited: { name: 'Léa; "Octet", et Cie', email: 'lea@example.org' },
};

/** What each of the two parsers reads of the first entry. */
function readByBoth(text: string) {
  const one = convertIcsCalendar(undefined, text).events?.[0];
  const other = Object.values(nodeIcal.sync.parseICS(text)).find((part) => part?.type === 'VEVENT');
  if (!one || other?.type !== 'VEVENT') throw new Error('a parser found no entry');
  const words = (value: unknown) => (typeof value === 'object' ? (value as { val: string }).val : value);
  return [
    {
      uid: one.uid,
      start: one.start.date.toISOString(),
      end: one.end?.date.toISOString(),
      stamp: one.stamp.date.toISOString(),
      title: one.summary,
      description: one.description,
      place: one.location,
      sequence: one.sequence,
      status: one.status,
    },
    {
      uid: other.uid,
      start: other.start.toISOString(),
      end: other.end?.toISOString(),
      stamp: other.dtstamp?.toISOString(),
      title: words(other.summary),
      description: words(other.description),
      place: words(other.location),
      sequence: Number(other.sequence),
      status: other.status,
    },
  ];
}

const linesOf = (text: string) => text.split('\r\n');

describe('a calendar', () => {
  it.each([
    ['before clocks go forward', '2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z'],
    ['in the hour that comes twice', '2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'],
    ['over the turn of the year', '2026-12-31T22:00:00.000Z', '2027-01-01T02:00:00.000Z'],
  ])('keeps the moments of an entry %s, by two parsers', (_when, start, end) => {
    const text = writeCalendar([{ ...ENTRY, startsAt: new Date(start), endsAt: new Date(end) }]);
    for (const read of readByBoth(text)) {
      expect(read).toMatchObject({ uid: ENTRY.uid, start, end, stamp: '2026-11-23T10:00:00.000Z' });
    }
  });

  it('keeps texts of any kind, by two parsers', () => {
    const texts = {
      title: 'Fête; des « cerises », 50 % \\ demain 🍒',
      description: 'Première ligne\nBEGIN:VALARM\nlien : https://accueil.example.fr/a,b;c',
      place: 'Mairie, place de l’Église; à gauche',
    };
    for (const read of readByBoth(writeCalendar([{ ...ENTRY, ...texts }]))) expect(read).toMatchObject(texts);
  });

  it('cannot be given further lines by what people typed', () => {
    const text = writeCalendar(
      [{ ...ENTRY, title: 'A\r\nATTACH:http://b', place: 'C\u0000\u2028UID:autre\rX:1' }],
      {
        name: 'N\r\nX-INJECTED:1',
      },
    );
    const names = linesOf(text).map((line) => line.split(/[:;]/)[0]);
    expect(names).not.toContain('ATTACH');
    expect(names).not.toContain('X-INJECTED');
    expect(names.filter((name) => name === 'UID')).toHaveLength(1);
    expect(text).not.toContain('\u0000');
  });

  it('folds at 75 octets, and never within a character', () => {
    const title = 'Évènement 🎪 où l’on goûte la croustade '.repeat(20).trim();
    const text = writeCalendar([{ ...ENTRY, title }]);
    for (const line of linesOf(text)) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
    for (const read of readByBoth(text)) expect(read.title).toBe(title);
  });

  it('ends each line with CR LF, the last one too', () => {
    const text = writeCalendar([ENTRY]);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('that invites says by whom, whom, and asks for no answer', () => {
    const text = writeCalendar([{ ...ENTRY, ...PEOPLE, revision: 3 }], { method: 'REQUEST' });
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('METHOD:REQUEST\r\n');
    expect(unfolded).toMatch(/ORGANIZER;CN="Pays de Foix":mailto:accueil@example\.fr\r\n/i);
    expect(unfolded).toMatch(/ATTENDEE;.*PARTSTAT=ACCEPTED.*mailto:lea@example\.org\r\n/i);
    for (const read of readByBoth(text)) expect(read).toMatchObject({ sequence: 3, status: 'CONFIRMED' });
  });

  it('that takes an entry out says so', () => {
    const text = writeCalendar([{ ...ENTRY, ...PEOPLE, revision: 4, cancelled: true }], { method: 'CANCEL' });
    expect(text).toContain('METHOD:CANCEL\r\n');
    for (const read of readByBoth(text)) expect(read).toMatchObject({ sequence: 4, status: 'CANCELLED' });
  });

  it('of whole days names days, and leaves its reader free', () => {
    const days = { startsAt: new Date('2026-11-13'), endsAt: new Date('2026-11-14'), allDay: true };
    const text = writeCalendar([{ ...ENTRY, ...days }]);
    expect(text).toContain('DTSTART;VALUE=DATE:20261113\r\nDTEND;VALUE=DATE:20261114\r\n');
    expect(text).toContain('TRANSP:TRANSPARENT\r\n');
  });

  it('that is followed has a name, and every entry', () => {
    const text = writeCalendar([ENTRY, { ...ENTRY, uid: 'autre@accueil.example.fr' }], {
      name: 'Sessions du Pays de Foix',
      refreshHours: 6,
    });
    expect(text).toContain('X-WR-CALNAME:Sessions du Pays de Foix');
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT6H');
    expect(convertIcsCalendar(undefined, text).events).toHaveLength(2);
  });

  it('without entries is a calendar all the same', () => {
    expect(writeCalendar([])).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:[^\r]+\r\n/);
  });
});

it('its media type says how it is sent', () => {
  expect(calendarMediaType('REQUEST')).toBe('text/calendar; charset=utf-8; method=REQUEST');
  expect(calendarMediaType()).toBe('text/calendar; charset=utf-8');
});
