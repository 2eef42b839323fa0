import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { SessionStatus } from '../session/session-format.js';
import { isLive, type RegistrationWork } from './held-registration.js';
import { type Party, peopleOf } from './household-form.js';
import type { HouseholdNeeds } from './household-needs.js';
import { offerFreedSeats } from './offers.js';
import { recordRegistrationEvent } from './record-registration-event.js';
import type { RegistrationEventKind } from './registration-event-kind.js';
import { writeRegistrationLetter } from './registration-letter.js';
import { RegistrationRefusal } from './registration-refusal.js';
import { RegistrationStatus } from './registration-status.js';
import { seatsLeft } from './session-lock.js';

/** What prevented a change; null when it is done, or was so already. */
export type Hindrance = RegistrationRefusal | null;

/** Gives the seats or the place on the list back; what is free is offered on. */
export async function cancelRegistration(
  work: RegistrationWork,
  reason: string | null = null,
): Promise<Hindrance> {
  const { session, registration } = work;
  if (registration.status === RegistrationStatus.CANCELLED) return null;
  const hindrance = hindranceOf(work);
  if (hindrance) return hindrance;
  if (!isLive(registration)) return RegistrationRefusal.ALREADY_HERE;
  const declined = registration.status === RegistrationStatus.OFFERED;
  await work.connection.query(
    `update registration set status = 'CANCELLED', offer_expires_at = null, cancelled_at = $3, updated_at = now()
      where territory_id = $1 and id = $2`,
    [work.scope.territoryId, registration.id, session.now],
  );
  if (registration.status === RegistrationStatus.WAITLISTED) session.waitlistLength -= 1;
  else session.seatsTaken -= registration.people;
  await tell(work, declined && !reason ? 'DECLINED' : 'CANCELLED', registration.people, {
    from: registration.status,
    ...(reason && { reason }),
  });
  await offerFreedSeats(work.connection, work.scope, work.post, session);
  return null;
}

/** Takes the seats that are offered; accepted twice, they are accepted. */
export async function acceptOffer(work: RegistrationWork): Promise<Hindrance> {
  const { session, registration } = work;
  if (registration.status === RegistrationStatus.CONFIRMED) return null;
  if (registration.status !== RegistrationStatus.OFFERED) return RegistrationRefusal.OFFER_OVER;
  const hindrance = hindranceOf(work);
  if (hindrance) return hindrance;
  await work.connection.query(
    `update registration set status = 'CONFIRMED', offer_expires_at = null, updated_at = now()
      where territory_id = $1 and id = $2`,
    [work.scope.territoryId, registration.id],
  );
  await tell(work, 'ACCEPTED', registration.people);
  await offerFreedSeats(work.connection, work.scope, work.post, session);
  return null;
}

/** Leaves the seats that are offered to the next household. */
export async function declineOffer(work: RegistrationWork): Promise<Hindrance> {
  const { status } = work.registration;
  if (status === RegistrationStatus.CANCELLED) return null;
  return status === RegistrationStatus.OFFERED ? cancelRegistration(work) : RegistrationRefusal.OFFER_OVER;
}

/**
 * Changes who comes, and what they ask for. Fewer people free seats, which are offered on; more of them must fit whole, or
 * all stays as it was. On the list the place is kept.
 */
export async function resizeRegistration(
  work: RegistrationWork,
  party: Party,
  needs: HouseholdNeeds | null = null,
): Promise<Hindrance> {
  const { session, registration } = work;
  if (!isLive(registration)) return hindranceOf(work) ?? RegistrationRefusal.ALREADY_CANCELLED;
  const hindrance = hindranceOf(work);
  if (hindrance) return hindrance;
  const more = peopleOf(party) - registration.people;
  if (peopleOf(party) > session.capacity) return RegistrationRefusal.TOO_MANY_PEOPLE;
  const waits = registration.status === RegistrationStatus.WAITLISTED;
  if (more > 0 && session.closesAt <= session.now) return RegistrationRefusal.SESSION_CLOSED;
  if (more > 0 && !waits && more > seatsLeft(session)) return RegistrationRefusal.NOT_ENOUGH_SEATS;
  await work.connection.query(
    `update registration set adults = $3, children_birth_years = $4, needs = coalesce($5, needs), updated_at = now()
      where territory_id = $1 and id = $2`,
    [work.scope.territoryId, registration.id, party.adults, party.childrenBirthYears, needs],
  );
  if (!waits) session.seatsTaken += more;
  if (more === 0) return null;
  await tell(work, 'RESIZED', peopleOf(party), { from: registration.people });
  await offerFreedSeats(work.connection, work.scope, work.post, session);
  return null;
}

/** Why nothing can be changed any more. */
function hindranceOf({ session, registration }: RegistrationWork): Hindrance {
  if (session.status === SessionStatus.CANCELLED) return RegistrationRefusal.SESSION_CANCELLED;
  if (registration.checkedInAt) return RegistrationRefusal.ALREADY_HERE;
  if (session.startsAt <= session.now) return RegistrationRefusal.SESSION_PAST;
  return null;
}

/** Writes a change down for the trail and for the household's own timeline, and tells the household. */
async function tell(
  { connection, scope, actor, post, session, registration }: RegistrationWork,
  kind: RegistrationEventKind & Parameters<typeof writeRegistrationLetter>[3]['kind'],
  people: number,
  detail: Record<string, unknown> | null = null,
): Promise<void> {
  const eventId = await recordRegistrationEvent(connection, actor, {
    ...{ sessionId: session.id, registrationId: registration.id, prospectId: registration.prospectId },
    ...{ kind, people, detail },
  });
  const kindOfSign = actor.userId?.startsWith('household:') ? 'REGISTRATION_CHANGED' : 'EDITED';
  await recordProspectEvent(connection, actor, registration.prospectId, kindOfSign, {
    detail: { sessionId: session.id, registration: kind },
  });
  await writeRegistrationLetter(connection, scope, post, {
    kind,
    registrationId: registration.id,
    occasion: eventId,
  });
}
