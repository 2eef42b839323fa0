import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { HouseholdNeeds } from './household-needs.js';
import { openSession } from './offers.js';
import type { RegistrationPost } from './registration-post.js';
import { RegistrationStatus } from './registration-status.js';
import type { LockedSession } from './session-lock.js';

/** A registration under the lock of its session, as it stands now. */
export interface HeldRegistration {
  id: string;
  sessionId: string;
  prospectId: string;
  status: RegistrationStatus;
  adults: number;
  childrenBirthYears: number[];
  people: number;
  needs: HouseholdNeeds;
  checkedInAt: Date | null;
}

/** Who works on a registration, and how its household is written to. */
export interface RegistrationWork {
  connection: Connection;
  /** A member's, or the territory's own for a household that its link made known. */
  scope: Scope;
  /** Whose doing it is, for the trail. */
  actor: Scope;
  post: RegistrationPost;
  session: LockedSession;
  registration: HeldRegistration;
}

/** Whether its seats, or its place on the list, are still there to be changed. */
export const isLive = ({ status }: Pick<HeldRegistration, 'status'>): boolean =>
  status === RegistrationStatus.CONFIRMED ||
  status === RegistrationStatus.WAITLISTED ||
  status === RegistrationStatus.OFFERED;

/**
 * Locks the household, then its session, brought up to date; gives null for a registration that the territory has not. In
 * this order everywhere, so that no two operations wait for each other.
 */
export async function holdRegistration(
  connection: Connection,
  scope: Scope,
  actor: Scope,
  post: RegistrationPost,
  id: string,
): Promise<RegistrationWork | null> {
  const { rows: known } = await connection.query<{ sessionId: string }>(
    `select r.session_id as "sessionId" from registration r join prospect p on p.id = r.prospect_id
      where r.territory_id = $1 and r.id = $2 for no key update of p`,
    [scope.territoryId, id],
  );
  const session = known[0] && (await openSession(connection, scope, post, known[0].sessionId));
  if (!session) return null;
  const { rows } = await connection.query<HeldRegistration>(
    `select id, session_id as "sessionId", prospect_id as "prospectId", status, adults,
            children_birth_years as "childrenBirthYears", adults + cardinality(children_birth_years) as people, needs,
            checked_in_at as "checkedInAt"
       from registration where territory_id = $1 and id = $2`,
    [scope.territoryId, id],
  );
  return rows[0] ? { connection, scope, actor, post, session, registration: rows[0] } : null;
}
