import type { DailyWork } from '@ancrage/post/daily';
import type { HouseholdLinks } from '../household/household-links.js';
import { recordRegistrationEvent } from './record-registration-event.js';
import { writeRegistrationLetter } from './registration-letter.js';

interface Due {
  id: string;
  sessionId: string;
  prospectId: string;
  people: number;
  startsOn: string;
}

/** Days before a session on which its households are reminded, by the calendar of Paris. */
const DAYS_BEFORE = 2;

/**
 * Reminds confirmed households two days before their session, and again when its date was moved: once for each date. A
 * morning that was missed is made up for the day after; who registered later than that has just been written to.
 */
export const remind =
  (links: HouseholdLinks): DailyWork =>
  async (connection, scope, card) => {
    const { rows } = await connection.query<Due>(
      `select r.id, r.session_id as "sessionId", r.prospect_id as "prospectId",
              r.adults + coalesce(array_length(r.children_birth_years, 1), 0) as people,
              ((s.starts_at at time zone 'Europe/Paris')::date)::text as "startsOn"
         from registration r join discovery_session s on s.id = r.session_id
        where r.territory_id = $1 and r.status = 'CONFIRMED' and s.status in ('PUBLISHED', 'CLOSED')
          and s.starts_at > now()
          and (s.starts_at at time zone 'Europe/Paris')::date
              - (now() at time zone 'Europe/Paris')::date between 1 and $2::int
          and (r.registered_at at time zone 'Europe/Paris')::date < (now() at time zone 'Europe/Paris')::date
        order by r.id`,
      [scope.territoryId, DAYS_BEFORE],
    );
    for (const { id, sessionId, prospectId, people, startsOn } of rows) {
      const about = { kind: 'REMINDER' as const, registrationId: id, occasion: startsOn };
      if (await writeRegistrationLetter(connection, scope, { card, links }, about)) {
        await recordRegistrationEvent(connection, scope, {
          sessionId,
          registrationId: id,
          prospectId,
          kind: 'REMINDED',
          people,
          detail: { startsOn },
        });
      }
    }
  };
