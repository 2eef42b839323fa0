import { randomUUID } from 'node:crypto';
import { emailKey } from '@ancrage/input/contact-keys';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { householdUserId } from '../household/own-household.js';
import { advanceStage } from '../prospect/advance-stage.js';
import type { Newcomer } from '../prospect/newcomer.js';
import { ProspectStage } from '../prospect/prospect-stage.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { lockAddress, takeIn } from '../prospect/take-in.js';
import { SessionStatus } from '../session/session-format.js';
import type { HouseholdNeeds } from './household-needs.js';
import { openSession } from './offers.js';
import { recordRegistrationEvent } from './record-registration-event.js';
import { writeRegistrationLetter } from './registration-letter.js';
import type { RegistrationPost } from './registration-post.js';
import { RegistrationRefusal, RegistrationRefusedError } from './registration-refusal.js';
import type { RegistrationStatus } from './registration-status.js';
import { type LockedSession, seatsLeft } from './session-lock.js';

/** A household for one session: its form, checked. */
export interface NewRegistration {
  sessionId: string;
  idempotencyKey: string;
  newcomer: Newcomer & { email: string };
  needs: HouseholdNeeds;
  /** Account of the agent who wrote it down while they called; null: their own form. */
  agentId: string | null;
}

/** What came of a form, as it was when it came. */
export interface Arrival {
  registrationId: string;
  status: 'CONFIRMED' | 'WAITLISTED';
  people: number;
  seatsLeft: number;
  /** Rank on the waiting list, from 1. */
  position: number;
  /** The form had come in before. */
  again: boolean;
}

/**
 * Registers a household, confirmed when it fits whole, else on the waiting list: seats are offered as soon as they are free,
 * so nobody who waits could take those that are left. All that concerns the household alone comes before the lock of the
 * session, which is held for as few round trips as that leaves. Gives null to a household that is registered already.
 */
export async function registerHousehold(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
  registration: NewRegistration,
): Promise<Arrival | null> {
  const { sessionId, newcomer } = registration;
  await lockAddress(connection, scope, emailKey(newcomer.email));
  const before = await arrivalOf(connection, scope, registration);
  if (before) return before;
  if (await sendLinkAgain(connection, scope, post, registration)) return null;
  const { prospectId } = await takeIn(connection, scope, newcomer);
  const theirs = { ...scope, userId: registration.agentId ?? householdUserId(prospectId) };
  await advanceStage(connection, theirs, prospectId, ProspectStage.IN_SESSION);
  await recordProspectEvent(connection, theirs, prospectId, 'REGISTERED', { detail: { sessionId } });
  const session = await openSession(connection, scope, post, sessionId);
  refuseClosed(session);
  const people = newcomer.adults + newcomer.childrenBirthYears.length;
  if (people > session.capacity) throw new RegistrationRefusedError(RegistrationRefusal.TOO_MANY_PEOPLE);
  const fits = people <= seatsLeft(session);
  const status = fits ? 'CONFIRMED' : 'WAITLISTED';
  const registrationId = await insertRegistration(connection, scope, prospectId, status, registration);
  const position = fits ? 0 : session.waitlistLength + 1;
  const eventId = await recordRegistrationEvent(connection, theirs, {
    ...{ sessionId, registrationId, prospectId, kind: status, people },
    detail: fits ? null : { position },
  });
  await writeRegistrationLetter(connection, scope, post, { kind: status, registrationId, occasion: eventId });
  const left = seatsLeft(session) - (fits ? people : 0);
  return { registrationId, status, people, seatsLeft: left, position, again: false };
}

/** What one form did when it came in first; null when it never did. Another household's form is never answered for. */
async function arrivalOf(
  connection: Connection,
  { territoryId }: Scope,
  { idempotencyKey, sessionId, newcomer }: NewRegistration,
): Promise<Arrival | null> {
  const { rows } = await connection.query<Arrival & { theirs: boolean }>(
    `select r.id as "registrationId", e.kind as status, e.people, e.seats_left as "seatsLeft",
            coalesce((e.detail ->> 'position')::int, 0) as position,
            r.session_id = $3 and r.email_key = $4 as theirs
       from registration r
       join lateral (select * from registration_event e where e.registration_id = r.id order by e.id limit 1) as e on true
      where r.territory_id = $1 and r.idempotency_key = $2`,
    [territoryId, idempotencyKey, sessionId, emailKey(newcomer.email)],
  );
  const [arrival] = rows;
  if (arrival && !arrival.theirs) throw new RegistrationRefusedError(RegistrationRefusal.KEY_TAKEN);
  return arrival ? { ...arrival, again: true } : null;
}

/**
 * Whether the address is registered for the session already. Its link is then sent there again, at most once a day, and not
 * just after the first letter: whoever filled in the form learns nothing else.
 */
async function sendLinkAgain(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
  { sessionId, newcomer }: NewRegistration,
): Promise<boolean> {
  const { rows } = await connection.query<{
    id: string;
    status: RegistrationStatus;
    isOld: boolean;
    day: string;
  }>(
    `select id, status, registered_at < now() - interval '1 hour' as "isOld",
            to_char(now() at time zone 'Europe/Paris', 'YYYY-MM-DD') as day
       from registration
      where territory_id = $1 and email_key = $2 and session_id = $3 and status <> 'CANCELLED' limit 1`,
    [scope.territoryId, emailKey(newcomer.email), sessionId],
  );
  const [held] = rows;
  if (!held) return false;
  const kind = LETTER_OF[held.status];
  if (held.isOld && kind)
    await writeRegistrationLetter(connection, scope, post, {
      kind,
      registrationId: held.id,
      occasion: `again-${held.day}`,
    });
  return true;
}

/** The letter that says how things stand. */
const LETTER_OF: Partial<Record<RegistrationStatus, 'CONFIRMED' | 'WAITLISTED' | 'OFFERED'>> = {
  CONFIRMED: 'CONFIRMED',
  WAITLISTED: 'WAITLISTED',
  OFFERED: 'OFFERED',
};

/** Refuses with the reason when a session takes no registrations. */
export function refuseClosed(session: LockedSession | null): asserts session is LockedSession {
  if (!session || session.status === SessionStatus.DRAFT)
    throw new RegistrationRefusedError(RegistrationRefusal.NO_SUCH_SESSION);
  if (session.status === SessionStatus.CANCELLED)
    throw new RegistrationRefusedError(RegistrationRefusal.SESSION_CANCELLED);
  if (session.startsAt <= session.now) throw new RegistrationRefusedError(RegistrationRefusal.SESSION_PAST);
  if (session.status === SessionStatus.CLOSED || session.closesAt <= session.now)
    throw new RegistrationRefusedError(RegistrationRefusal.SESSION_CLOSED);
}

async function insertRegistration(
  connection: Connection,
  { territoryId }: Scope,
  prospectId: string,
  status: string,
  { sessionId, idempotencyKey, newcomer, needs }: NewRegistration,
): Promise<string> {
  const { name, email, phone, locale, adults, childrenBirthYears, project } = newcomer;
  const id = randomUUID();
  await connection.query(
    `insert into registration (id, territory_id, session_id, prospect_id, status, adults, children_birth_years,
                               registered_at, idempotency_key, contact_name, email, email_key, phone, project, locale, needs)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[id, territoryId, sessionId, prospectId, status, adults, childrenBirthYears, idempotencyKey],
      ...[name, email, emailKey(email), phone, project ?? null, locale, needs],
    ],
  );
  return id;
}
