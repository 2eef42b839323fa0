import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor, isUuid, toPage } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { nameKey } from '@ancrage/subgraph/slug';
import { SESSION_COLUMNS, type SessionRow } from './session.queries.js';
import { SessionOrder, SessionPeriod, type SessionRecordsArguments } from './session-record.input.js';
import type {
  SessionCounts,
  SessionHouseholds,
  SessionRecord,
  SessionRecordConnection,
} from './session-record.js';

/** Changes with each change of the plan, to the microsecond; registrations leave it as it is. */
export const VERSION = `to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

/** Households of the session `s` that a change of it matters to. */
const ACTIVE = `r.status in ('CONFIRMED', 'OFFERED', 'WAITLISTED')`;
const HOUSEHOLDS = `(select json_build_object(
    'confirmed', count(*) filter (where r.status in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')),
    'offered', count(*) filter (where r.status = 'OFFERED'),
    'waiting', count(*) filter (where r.status = 'WAITLISTED'),
    'cancelled', count(*) filter (where r.status = 'CANCELLED'),
    'reachable', count(*) filter (where ${ACTIVE} and r.email is not null),
    'unreachable', count(*) filter (where ${ACTIVE} and r.email is null))
  from registration r where r.session_id = s.id) as households`;
const COLUMNS = `${SESSION_COLUMNS}, ${VERSION} as version, s.offer_hours as "offerHours",
  s.published_at as "publishedAt", s.cancelled_at as "cancelledAt", ${HOUSEHOLDS}`;

type RecordRow = SessionRow &
  Omit<SessionRecord, 'session' | 'households'> & { households: SessionHouseholds };

/** Names as nameKey makes them, as far as names of places and people here need it. */
const plain = (text: string) =>
  `translate(replace(lower(${text}), 'œ', 'oe'), 'àâäáçéèêëíîïñóôöùûüúÿ', 'aaaaceeeeiiinooouuuuy')`;
const SEARCHED = plain(`concat_ws(' ', s.title, s.summary, s.partner_name, s.meeting_place)`);

const ORDERS: Record<SessionOrder, [key: string, type: string, direction: 'asc' | 'desc']> = {
  [SessionOrder.STARTS]: ['s.starts_at', 'timestamptz', 'asc'],
  [SessionOrder.STARTS_DESC]: ['s.starts_at', 'timestamptz', 'desc'],
  [SessionOrder.TITLE]: [plain('s.title'), 'text', 'asc'],
  [SessionOrder.TITLE_DESC]: [plain('s.title'), 'text', 'desc'],
  [SessionOrder.SEATS_LEFT]: ['(s.capacity - s.seats_taken)', 'int', 'asc'],
  [SessionOrder.SEATS_LEFT_DESC]: ['(s.capacity - s.seats_taken)', 'int', 'desc'],
  [SessionOrder.WAITING]: ['s.waitlist_length', 'int', 'asc'],
  [SessionOrder.WAITING_DESC]: ['s.waitlist_length', 'int', 'desc'],
  [SessionOrder.CHANGED]: ['s.updated_at', 'timestamptz', 'asc'],
  [SessionOrder.CHANGED_DESC]: ['s.updated_at', 'timestamptz', 'desc'],
};

/** A page of all sessions, drafts included. */
export async function selectSessionRecords(
  context: SubgraphContext,
  { filter, orderBy, first, after }: SessionRecordsArguments,
): Promise<SessionRecordConnection> {
  const values: unknown[] = [context.requireTerritory()];
  const matching = conditionsOf(filter ?? {}, values).join(' and ');
  const counted = [...values];
  const [key, type, direction] = ORDERS[orderBy];
  const beyond = after ? `and ${beyondCursor(after, key, type, direction, values)}` : '';
  const [rows, [count], [counts]] = await Promise.all([
    // Cursors hold the very moment: a JavaScript date would lose its microseconds, and a row with them.
    context.read<RecordRow & { place: string }>({
      text: `select ${COLUMNS}, ${key}::text as place from discovery_session s where ${matching} ${beyond}
        order by ${key} ${direction}, s.id ${direction} limit $${values.push(first + 1)}`,
      values,
    }),
    context.read<{ total: number }>({
      text: `select count(*)::int as total from discovery_session s where ${matching}`,
      values: counted,
    }),
    context.read<SessionCounts & Record<string, number>>({
      name: 'session counts',
      text: `select count(*) filter (where status = 'DRAFT')::int as drafts,
          count(*) filter (where status in ('PUBLISHED', 'CLOSED') and ends_at > now())::int as upcoming,
          count(*) filter (where status in ('PUBLISHED', 'CLOSED') and ends_at <= now())::int as past,
          count(*) filter (where status = 'CANCELLED')::int as cancelled
        from discovery_session where territory_id = $1`,
      values: [context.requireTerritory()],
    }),
  ]);
  const { nodes, pageInfo } = toPage(rows, first, (row) => encodeCursor([row.place, row.id]));
  return {
    totalCount: count?.total ?? 0,
    nodes: nodes.map((row) => toRecord(context, row)),
    pageInfo,
    counts: counts!,
  };
}

/** One session of the territory, or null. */
export async function selectSessionRecord(
  context: SubgraphContext,
  id: string,
): Promise<SessionRecord | null> {
  if (!isUuid(id)) return null;
  const [row] = await context.read<RecordRow>({
    name: 'session record',
    text: `select ${COLUMNS} from discovery_session s where s.territory_id = $1 and s.id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ? toRecord(context, row) : null;
}

/** The policies hide every household from contributors and readers: their zeros would be untrue. */
function toRecord({ scope }: SubgraphContext, row: RecordRow): SessionRecord {
  const seesHouseholds = (WRITERS as readonly string[]).includes(scope.role);
  return { ...row, session: row, households: seesHouseholds ? row.households : null };
}

function beyondCursor(
  after: string,
  key: string,
  type: string,
  direction: string,
  values: unknown[],
): string {
  const [place, id] = decodeCursor(after, 2);
  if (typeof place !== 'string' || !isUuid(String(id)))
    throw new BadInputError("Ce curseur n'est pas valable.", 'after');
  return `(${key}, s.id) ${direction === 'asc' ? '>' : '<'} ($${values.push(place)}::${type}, $${values.push(id)}::uuid)`;
}

function conditionsOf(filter: NonNullable<SessionRecordsArguments['filter']>, values: unknown[]): string[] {
  const conditions = ['s.territory_id = $1'];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value !== undefined && value !== null) conditions.push(condition(`$${values.push(value)}`));
  };
  const words = nameKey(filter.search?.trim() ?? '');
  add(words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null, (p) => `${SEARCHED} like ${p}`);
  add(filter.statuses?.length ? filter.statuses : null, (p) => `s.status::text = any(${p}::text[])`);
  add(filter.format, (p) => `s.format::text = ${p}`);
  add(filter.commune, (p) => `s.host_commune_code = ${p}`);
  add(filter.waiting, (p) => `(s.waitlist_length > 0) = ${p}`);
  if (filter.period) conditions.push(`s.ends_at ${filter.period === SessionPeriod.PAST ? '<=' : '>'} now()`);
  return conditions;
}
