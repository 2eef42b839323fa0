import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor, isUuid, toPage } from '@ancrage/subgraph/pagination';
import type {
  RegistrationRecord,
  RegistrationRecordConnection,
  SessionRegistrationsArguments,
} from './registration-record.js';

const COLUMNS = `r.id, r.session_id as "sessionId", r.prospect_id as "prospectId", r.status, r.adults,
  r.adults + cardinality(r.children_birth_years) as seats, r.children_birth_years as "childrenBirthYears",
  r.contact_name as "contactName", r.email, r.phone, r.project, r.locale, r.needs, r.registered_at as "registeredAt",
  r.offer_expires_at as "offerExpiresAt", r.cancelled_at as "cancelledAt", r.checked_in_at as "checkedInAt",
  r.demonstration, r.arrival_order::text as cursor,
  case when r.status = 'WAITLISTED' then (
    select count(*)::int from registration w where w.session_id = r.session_id and w.status = 'WAITLISTED'
      and w.arrival_order <= r.arrival_order) end as position`;

/** A page of the households of one session. */
export async function selectRegistrations(
  context: SubgraphContext,
  { sessionId, status = null, first, after }: SessionRegistrationsArguments,
): Promise<RegistrationRecordConnection> {
  const from = after ? Number(decodeCursor(after, 1)[0]) : 0;
  if (!Number.isSafeInteger(from)) throw new BadInputError("Ce curseur n'est pas valable.", 'after');
  const cursorOf = ({ cursor }: RegistrationRecord) => encodeCursor([Number(cursor)]);
  if (!isUuid(sessionId.toLowerCase())) return toPage([], first, cursorOf);
  const rows = await context.read<RegistrationRecord>({
    name: 'registrations of a session',
    text: `select ${COLUMNS} from registration r
      where r.session_id = $1 and r.arrival_order > $2 and ($3::text[] is null or r.status::text = any($3))
      order by r.arrival_order limit $4`,
    values: [sessionId, from, status, first + 1],
  });
  return toPage(rows, first, cursorOf);
}

/** One registration; null when the territory has none. */
export async function selectRegistration(
  context: SubgraphContext,
  id: string,
): Promise<RegistrationRecord | null> {
  if (!isUuid(id.toLowerCase())) return null;
  const [row] = await context.read<RegistrationRecord>({
    name: 'registration by id',
    text: `select ${COLUMNS} from registration r where r.id = $1`,
    values: [id],
  });
  return row ?? null;
}
