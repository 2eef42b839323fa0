import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import type { HouseholdLinks } from '../household/household-links.js';
import { openSession } from '../registration/offers.js';
import type { RegistrationPost } from '../registration/registration-post.js';
import type { LockedSession } from '../registration/session-lock.js';
import { NO_SUCH_SESSION } from './session.queries.js';
import type { SessionStatus } from './session-format.js';
import { sessionRefused, sessionSaved } from './session-plan.result.js';
import type { PlanValues } from './session-plan.values.js';
import { VERSION } from './session-record.queries.js';

/** A session whose row is held until the transaction ends: nobody takes or frees a seat meanwhile. */
export interface HeldSession extends PlanValues {
  id: string;
  slug: string;
  status: SessionStatus;
  version: string;
  seatsTaken: number;
  publishedAt: Date | null;
  cancelReason: string | null;
  revision: number;
  /** The same as those who move seats know it. */
  open: LockedSession;
  post: RegistrationPost;
}

/**
 * Holds a session of the request's territory, once the offers that nobody answered in time have ended. Throws NOT_FOUND
 * for any other.
 */
export async function holdSession(
  connection: Connection,
  context: SubgraphContext,
  links: HouseholdLinks,
  id: string,
): Promise<HeldSession> {
  if (!isUuid(id)) throw new NotFoundError(NO_SUCH_SESSION);
  const post = { card: context.requireTerritoryCard(), links };
  const open = await openSession(connection, context.scope, post, id);
  if (!open) throw new NotFoundError(NO_SUCH_SESSION);
  const { rows } = await connection.query<HeldSession>(
    `select s.id, s.slug, s.status, s.title, s.format, s.summary, s.starts_at as "startsAt", s.ends_at as "endsAt",
        s.capacity, s.seats_taken as "seatsTaken", s.host_commune_code as "hostCommuneCode", s.programme,
        s.partner_name as "partnerName", s.meeting_place as "meetingPlace", s.lodging, s.meals, s.childcare,
        s.car_sharing as "carSharing", s.registration_closes_at as "registrationClosesAt",
        s.offer_hours as "offerHours", s.published_at as "publishedAt", s.cancel_reason as "cancelReason",
        s.revision, ${VERSION} as version
       from discovery_session s where s.territory_id = $1 and s.id = $2`,
    [context.requireTerritory(), id],
  );
  return { ...rows[0]!, open, post };
}

/** Makes the change on a held session, or notes why it must not be made; says how many households are told. */
type Work = (connection: Connection, held: HeldSession, problems: Problems) => Promise<number | undefined>;

/** One change of a session's state: by agents alone, in one transaction, made whole or refused. */
export async function changeSession(context: SubgraphContext, links: HouseholdLinks, id: string, work: Work) {
  context.requireRole(...WRITERS);
  const problems = new Problems(context.origin.locale);
  const told = await context.write(async (connection) =>
    work(connection, await holdSession(connection, context, links, id), problems),
  );
  return problems.list.length > 0 ? sessionRefused(context, problems, id) : sessionSaved(context, id, told);
}
