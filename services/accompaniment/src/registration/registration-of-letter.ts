import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { RegistrationStatus } from './registration-status.js';

/** What letters say of a registration and its session. */
export interface RegistrationOfLetter {
  id: string;
  prospectId: string;
  status: RegistrationStatus;
  adults: number;
  children: number;
  contactName: string | null;
  email: string | null;
  locale: 'fr' | 'en';
  /** Place in the queue, 1 for the next one; null for who does not wait. */
  position: number | null;
  offerExpiresAt: Date | null;
  /** Whether a seat was ever theirs: then their calendar may know of it. */
  everSeated: boolean;
  title: string;
  slug: string;
  startsAt: Date;
  endsAt: Date;
  meetingPlace: string | null;
  lodging: string | null;
  meals: string | null;
  childcare: string | null;
  carSharing: string | null;
  cancelReason: string | null;
  revision: number;
}

/** Reads what a letter is about; null when there is no such registration. The scope must be a member's or `asTerritory`. */
export async function loadRegistrationOfLetter(
  connection: Connection,
  scope: Scope,
  registrationId: string,
): Promise<RegistrationOfLetter | null> {
  const { rows } = await connection.query<RegistrationOfLetter>(
    `select r.id, r.prospect_id as "prospectId", r.status, r.adults,
            coalesce(array_length(r.children_birth_years, 1), 0) as children,
            r.contact_name as "contactName", r.email, case when r.locale = 'en' then 'en' else 'fr' end as locale,
            case when r.status = 'WAITLISTED' then (
              select count(*)::int from registration w
               where w.session_id = r.session_id and w.status = 'WAITLISTED' and w.arrival_order <= r.arrival_order
            ) end as position,
            r.offer_expires_at as "offerExpiresAt",
            exists (select from registration_event e
                     where e.registration_id = r.id and e.kind in ('CONFIRMED', 'ACCEPTED')) as "everSeated",
            s.title, s.slug, s.starts_at as "startsAt", s.ends_at as "endsAt", s.meeting_place as "meetingPlace",
            s.lodging, s.meals, s.childcare, s.car_sharing as "carSharing", s.cancel_reason as "cancelReason",
            s.revision
       from registration r join discovery_session s on s.id = r.session_id
      where r.territory_id = $1 and r.id = $2`,
    [scope.territoryId, registrationId],
  );
  return rows[0] ?? null;
}
