import type { SessionCardFragment, SessionDetailsFragment } from '#lib/graphql/generated/graphql.ts';
import type { SessionStanding } from '#lib/sessions/session-standing.ts';

type Session = SessionCardFragment & SessionDetailsFragment;
type Where = { address: string; standing: SessionStanding; organiser: string };

/** The session for machines (schema.org Event, JSON-LD), safe to write inside a script element. Names no participant. */
export function structuredData(session: Session, { address, standing, organiser }: Where): string {
  const host = { '@type': 'Organization', name: organiser, url: new URL('/', address).href };
  const commune = session.hostCommune;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': address,
    url: address,
    name: session.title,
    ...(session.summary && { description: session.summary }),
    startDate: session.startsAt,
    endDate: session.endsAt,
    eventStatus: `https://schema.org/${standing === 'CANCELLED' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: {
      '@type': 'Place',
      name: session.meetingPlace ?? commune?.name ?? organiser,
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'FR',
        ...(commune && { addressLocality: commune.name }),
      },
    },
    organizer: session.partner ? [host, { '@type': 'Organization', name: session.partner.name }] : host,
    maximumAttendeeCapacity: session.capacity,
    remainingAttendeeCapacity: session.seatsLeft,
    ...(standing === 'OPEN' && {
      offers: {
        '@type': 'Offer',
        url: address,
        availability: `https://schema.org/${session.seatsLeft > 0 ? 'InStock' : 'SoldOut'}`,
        availabilityEnds: session.registrationClosesAt ?? session.startsAt,
      },
    }),
    ...(session.programme.length > 0 && {
      subEvent: session.programme.map(({ title, startsAt, place }) => ({
        '@type': 'Event',
        name: title,
        startDate: startsAt,
        location: { '@type': 'Place', name: place ?? commune?.name ?? organiser },
      })),
    }),
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
