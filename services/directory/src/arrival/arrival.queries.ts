import type { SubgraphContext } from '@ancrage/subgraph';
import { type ConnectionArguments, decodeId, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { nameKey } from '@ancrage/subgraph/slug';
import type { ArrivalRecordsArguments } from './arrival.input.js';
import type {
  ArrivalConnection,
  ArrivalNode,
  ArrivalRecord,
  ArrivalRecordConnection,
  ArrivalSubject,
} from './arrival.js';

const COLUMNS = `a.id, a.slug, a.title, a.summary, a.body, a.commune_code as "communeCode", a.solo_id as "soloId",
  a.arrived_on::text as "arrivedOn", a.published_at as "publishedAt", a.updated_at as "updatedAt", a.demonstration`;

/** What an arrival's subject is, of the solo `s`. */
const SUBJECT = `json_build_object('soloId', s.id, 'displayName', s.display_name, 'activity', s.activity,
  'communeCode', s.commune_code, 'published', s.status = 'PUBLISHED',
  'arrivals', (select count(*) from arrival other where other.solo_id = s.id),
  'consent', (select json_build_object('wording', c.wording, 'version', c.version, 'channel', c.channel, 'givenAt', c.given_at)
     from consent c where c.solo_id = s.id and c.purpose = 'PRESS' and c.withdrawn_at is null)) as subject`;

type ArrivalRow = Omit<ArrivalNode, 'paragraphs'> & { body: string };
type RecordRow = ArrivalRow & Pick<ArrivalRecord, 'status' | 'subject'> & { total: number };

const toArrival = ({ body, ...row }: ArrivalRow): ArrivalNode => ({
  ...row,
  paragraphs: body.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== ''),
});

/** JSON has no dates: the scalar wants one. */
const toSubject = (subject: ArrivalSubject): ArrivalSubject => ({
  ...subject,
  consent: subject.consent && {
    ...subject.consent,
    givenAt: new Date(subject.consent.givenAt).toISOString(),
  },
});

const toRecord = (row: RecordRow): ArrivalRecord => ({
  id: row.id,
  arrival: toArrival(row),
  status: row.status,
  subject: toSubject(row.subject),
});

/** A page of the arrivals that show, the newest first. */
export async function selectArrivals(
  context: SubgraphContext,
  { first, after }: ConnectionArguments,
): Promise<ArrivalConnection> {
  const territoryId = context.requireTerritory();
  const [rows, [count]] = await Promise.all([
    context.read<ArrivalRow>({
      name: 'arrivals',
      text: `select ${COLUMNS} from arrival a
        where a.territory_id = $1 and a.status = 'PUBLISHED'
          and ($3::uuid is null or (a.published_at, a.id) < (select published_at, id from arrival where id = $3))
        order by a.published_at desc, a.id desc limit $2`,
      values: [territoryId, first + 1, after ? decodeId(after) : null],
    }),
    context.read<{ total: number }>({
      name: 'count of arrivals',
      text: `select count(*)::int as total from arrival where territory_id = $1 and status = 'PUBLISHED'`,
      values: [territoryId],
    }),
  ]);
  const { nodes, pageInfo } = toPage(rows, first, ({ id }) => encodeCursor([id]));
  return { totalCount: count?.total ?? 0, nodes: nodes.map(toArrival), pageInfo };
}

/** One that shows, by its short name. */
export async function selectArrival(context: SubgraphContext, slug: string): Promise<ArrivalNode | null> {
  const [row] = await context.read<ArrivalRow>({
    name: 'arrival',
    text: `select ${COLUMNS} from arrival a where a.territory_id = $1 and a.slug = $2 and a.status = 'PUBLISHED'`,
    values: [context.requireTerritory(), slug],
  });
  return row ? toArrival(row) : null;
}

/** A page of all arrivals, those changed last first. */
export async function selectArrivalRecords(
  context: SubgraphContext,
  { filter, first, after }: ArrivalRecordsArguments,
): Promise<ArrivalRecordConnection> {
  const search = filter?.search?.trim();
  const values = [
    context.requireTerritory(),
    filter?.statuses?.length ? filter.statuses : null,
    search ? `%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%` : null,
  ];
  const matching = `from arrival a join solo s on s.id = a.solo_id
    where a.territory_id = $1 and ($2::text[] is null or a.status::text = any($2))
      and ($3::text is null or plain(a.title || ' ' || a.summary || ' ' || s.display_name) like $3)`;
  const [rows, [count]] = await Promise.all([
    context.read<RecordRow>({
      name: 'arrival records',
      text: `select ${COLUMNS}, a.status, ${SUBJECT} ${matching}
          and ($5::uuid is null or (a.updated_at, a.id) < (select updated_at, id from arrival where id = $5))
        order by a.updated_at desc, a.id desc limit $4`,
      values: [...values, first + 1, after ? decodeId(after) : null],
    }),
    context.read<{ total: number }>({
      name: 'count of arrival records',
      text: `select count(*)::int as total ${matching}`,
      values,
    }),
  ]);
  const { nodes, pageInfo } = toPage(rows, first, ({ id }) => encodeCursor([id]));
  return { totalCount: count?.total ?? 0, nodes: nodes.map(toRecord), pageInfo };
}

/** One arrival as members keep it. */
export async function selectArrivalRecord(
  context: SubgraphContext,
  id: string,
): Promise<ArrivalRecord | null> {
  const [row] = await context.read<RecordRow>({
    name: 'arrival record',
    text: `select ${COLUMNS}, a.status, ${SUBJECT} from arrival a join solo s on s.id = a.solo_id
      where a.territory_id = $1 and a.id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ? toRecord(row) : null;
}

/** Whom an arrival may present: published solos that agreed to be presented to the press, by name; 500 at most. */
export async function selectSubjects(context: SubgraphContext): Promise<ArrivalSubject[]> {
  const rows = await context.read<{ subject: ArrivalSubject }>({
    name: 'arrival subjects',
    text: `select ${SUBJECT} from solo s
      where s.territory_id = $1 and s.status = 'PUBLISHED'
        and exists (select from consent c where c.solo_id = s.id and c.purpose = 'PRESS' and c.withdrawn_at is null)
      order by s.name_key, s.id limit 500`,
    values: [context.requireTerritory()],
  });
  return rows.map(({ subject }) => toSubject(subject));
}
