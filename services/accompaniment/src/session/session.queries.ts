import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import type { DiscoverySession } from './discovery-session.entity.js';
import type { SessionsArguments } from './session.input.js';
import type { DiscoverySessionConnection } from './session-connection.js';

/** A session as statements give it; a date of JavaScript would lose the microseconds that the cursor needs. */
export type SessionRow = DiscoverySession & { startKey: string };

export const SESSION_COLUMNS = `s.id, s.slug, s.title, s.format, s.status, s.summary, s.starts_at as "startsAt",
  s.ends_at as "endsAt", s.capacity, s.seats_taken as "seatsTaken", s.waitlist_length as "waitlistLength",
  s.host_commune_code as "hostCommuneCode", s.partner_name as "partnerName", s.programme, s.demonstration,
  s.meeting_place as "meetingPlace", s.lodging, s.meals, s.childcare, s.car_sharing as "carSharing",
  s.registration_closes_at as "registrationClosesAt", s.cancel_reason as "cancelReason", s.revision,
  s.published_at as "publishedAt", s.updated_at as "updatedAt",
  to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "startKey"`;

/** Staff may see drafts too, so lists for everybody say again that they leave them out. */
const LISTED = `s.status <> 'DRAFT' and ($1::timestamptz is null or s.starts_at >= $1)`;
export const NO_SUCH_SESSION = "Cette session n'existe pas.";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** Ids are opaque to callers: one that cannot be of a session is unknown, not malformed. */
export const isSessionId = (id: string): boolean => UUID.test(id);

export const sessionCursor = ({ startKey, id }: SessionRow): string => encodeCursor([startKey, id]);

function cursorValues(after: string | null | undefined): [string | null, string | null] {
  if (!after) return [null, null];
  const [startKey, id] = decodeCursor(after, 2).map(String) as [string, string];
  if (MOMENT.test(startKey) && !Number.isNaN(Date.parse(startKey)) && isSessionId(id)) return [startKey, id];
  throw new BadInputError("Ce curseur n'est pas valable.", 'after');
}

/** A page of the sessions that the territory announces or announced, by date. */
export async function selectSessions(
  context: SubgraphContext,
  { from = null, first, after }: SessionsArguments,
): Promise<DiscoverySessionConnection> {
  const rows = await context.read<SessionRow>({
    name: 'sessions',
    text: `select ${SESSION_COLUMNS} from discovery_session s
      where ${LISTED} and ($3::timestamptz is null or (s.starts_at, s.id) > ($3, $4::uuid))
      order by s.starts_at, s.id limit $2`,
    values: [from, first + 1, ...cursorValues(after)],
  });
  const countAll = async () => {
    const [row] = await context.read<{ count: number }>({
      name: 'count of sessions',
      text: `select count(*)::int as count from discovery_session s where ${LISTED}`,
      values: [from],
    });
    return row?.count ?? 0;
  };
  return { ...toPage(rows, first, sessionCursor), countAll };
}

/** One session by its short name, as far as the viewer may see it. */
export async function selectSession(
  context: SubgraphContext,
  slug: string,
): Promise<DiscoverySession | null> {
  const [row] = await context.read<SessionRow>({
    name: 'session',
    text: `select ${SESSION_COLUMNS} from discovery_session s where s.territory_id = $1 and s.slug = $2`,
    values: [context.requireTerritory(), slug],
  });
  return row ?? null;
}

/** One session by its id, batched; null when there is none in the request's territory, or none the viewer may see. */
export async function loadSession(context: SubgraphContext, id: string): Promise<DiscoverySession | null> {
  if (!isSessionId(id)) return null;
  return context.load('session', id.toLowerCase(), async (ids: readonly string[]) => {
    const rows = await context.read<SessionRow>({
      name: 'sessions by id',
      text: `select ${SESSION_COLUMNS} from discovery_session s where s.id = any($1::uuid[])`,
      values: [ids],
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((key) => byId.get(key) ?? null);
  });
}
