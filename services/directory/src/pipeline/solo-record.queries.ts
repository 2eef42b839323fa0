import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { BadInputError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { nameKey } from '@ancrage/subgraph/slug';
import { UUID } from './move-solo.js';
import { SoloRecordOrder, type SoloRecordsArguments } from './solo-record.input.js';
import type { SoloRecord, SoloRecordConnection } from './solo-record.js';

/** Solos with what is private of them. */
export const RECORDS = 'solo s left join solo_contact c on c.solo_id = s.id';
/** Who was identified from elsewhere and not told of it yet. */
export const TO_INFORM = `(s.status in ('IDENTIFIED', 'CONTACTED') and c.informed_at is null and not s.demonstration)`;
const STANDS_SINCE = 'coalesce(s.status_changed_at, s.withdrawn_at, s.published_at, s.identified_at)';
/** Both rows as they stand: what differs is another state. */
export const REVISION = `md5(concat(s::text, c::text))`;

/** What shows or would: a published entry may have been written by its owner. */
export const SHOWN = `(coalesce(c.shown, '{}') || case when s.phone is not null then array['PHONE'] else '{}' end
  || case when s.website is not null then array['WEBSITE'] else '{}' end)`;

const COLUMNS = `s.id, s.slug, s.status, s.display_name as "displayName", s.activity, s.skills, s.presentation, s.area,
  s.naf_code as "nafCode", s.languages, s.can_sponsor as "canSponsor", s.identified_by as "identifiedBy",
  s.identified_at as "identifiedAt", ${STANDS_SINCE} as "standsSince", s.published_at as "publishedAt",
  s.hidden_because as "hiddenBecause", s.reconfirm_by::text as "reconfirmBy", s.demonstration,
  coalesce(c.commune_code, s.commune_code) as "communeCode", ${TO_INFORM} as "toInform", ${REVISION} as revision,
  exists (select from entry_change e where e.solo_id = s.id and e.state = 'SUBMITTED') as "changeWaits",
  jsonb_build_object('personName', c.person_name, 'email', c.email, 'phone', c.phone, 'siret', c.siret,
    'website', c.website, 'notes', c.notes, 'shown', ${SHOWN}) as contact,
  c.informed_at as "informedAt", c.objected_at as "objectedAt"`;

type RecordRow = SoloRecord & { informedAt: Date | null; objectedAt: Date | null };

const toRecord = ({ informedAt, objectedAt, ...row }: RecordRow): SoloRecord => ({
  ...row,
  contact: { ...row.contact, informedAt, objectedAt },
});

const ORDERS: Record<SoloRecordOrder, { key: string; type: string; down: boolean }> = {
  NAME: { key: 's.name_key', type: 'text', down: false },
  NAME_DESC: { key: 's.name_key', type: 'text', down: true },
  IDENTIFIED: { key: 's.identified_at', type: 'timestamptz', down: false },
  IDENTIFIED_DESC: { key: 's.identified_at', type: 'timestamptz', down: true },
  STANDING: { key: STANDS_SINCE, type: 'timestamptz', down: false },
  STANDING_DESC: { key: STANDS_SINCE, type: 'timestamptz', down: true },
};

/** A page of the territory's solos, whatever their stage. */
export async function selectRecords(
  context: SubgraphContext,
  { first, after, orderBy, ...asked }: SoloRecordsArguments,
): Promise<SoloRecordConnection> {
  const values: unknown[] = [context.requireTerritory()];
  const matching = conditionsOf(asked, values).join(' and ');
  const counted = [...values];
  const { key, type, down } = ORDERS[orderBy];
  let beyond = '';
  if (after) {
    const [value, id] = decodeCursor(after, 2);
    if (typeof value !== 'string' || !UUID.test(String(id)))
      throw new BadInputError("Ce curseur n'est pas valable.", 'after');
    beyond = `and (${key}, s.id) ${down ? '<' : '>'} ($${values.push(value)}::${type}, $${values.push(id)}::uuid)`;
  }
  const direction = down ? 'desc' : 'asc';
  const [rows, [count]] = await Promise.all([
    // Cursors hold the very moment: a JavaScript date would lose its microseconds, and a row with them.
    context.read<RecordRow & { place: string }>({
      text: `select ${COLUMNS}, ${key}::text as place from ${RECORDS} where ${matching} ${beyond}
        order by ${key} ${direction}, s.id ${direction} limit $${values.push(first + 1)}`,
      values,
    }),
    context.read<{ total: number }>({
      text: `select count(*)::int as total from ${RECORDS} where ${matching}`,
      values: counted,
    }),
  ]);
  const page = toPage(rows, first, (row) => encodeCursor([row.place, row.id]));
  return {
    totalCount: count?.total ?? 0,
    nodes: page.nodes.map(({ place: _place, ...row }) => toRecord(row)),
    pageInfo: page.pageInfo,
  };
}

export type Conditions = Pick<SoloRecordsArguments, 'search' | 'filter'>;

function conditionsOf({ search, filter }: Conditions, values: unknown[]): string[] {
  const conditions = ['s.territory_id = $1', 's.erased_at is null'];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value !== undefined && value !== null) conditions.push(condition(`$${values.push(value)}`));
  };
  add(filter?.statuses?.length ? filter.statuses : null, (p) => `s.status = any(${p}::solo_status[])`);
  add(filter?.sources?.length ? filter.sources : null, (p) => `s.identified_by = any(${p})`);
  add(filter?.commune, (p) => `coalesce(c.commune_code, s.commune_code) = ${p}`);
  add(filter?.toInform, (p) => `${TO_INFORM} = ${p}`);
  const words = search?.trim();
  if (words) {
    const part = (text: string) => `$${values.push(`%${text.replace(/[\\%_]/g, '\\$&')}%`)}`;
    const name = part(nameKey(words));
    const found = [`s.search_text like ${name}`, `plain(coalesce(c.person_name, '')) like ${name}`];
    found.push(`c.email_key like ${part(words.toLowerCase())}`);
    // 05 61 00 00 00 is kept as +33561000000.
    const digits = words.replace(/[^0-9]/g, '');
    if (digits.length >= 4 && /^[0-9 .+()/-]+$/.test(words)) {
      found.push(`c.phone_key like ${part(digits.replace(/^0/, ''))}`, `c.siret like ${part(digits)}`);
    }
    conditions.push(`(${found.join(' or ')})`);
  }
  return conditions;
}

/** Who matches at each stage, the first `perStage` of each, with how many there are. */
export async function selectBoard(
  context: SubgraphContext,
  asked: Conditions,
  perStage: number,
): Promise<(SoloRecord & { matching: number })[]> {
  const values: unknown[] = [context.requireTerritory()];
  const matching = conditionsOf(asked, values).join(' and ');
  const rows = await context.read<RecordRow & { matching: number }>({
    text: `select * from (
        select ${COLUMNS}, count(*) over (partition by s.status)::int as matching,
          row_number() over (partition by s.status order by extract(epoch from ${STANDS_SINCE})
            * case when s.status in ('IDENTIFIED', 'CONTACTED', 'CONSENTED') then 1 else -1 end, s.id) as place
        from ${RECORDS} where ${matching}
      ) as numbered where place <= $${values.push(perStage)} order by place`,
    values,
  });
  return rows.map(({ matching: count, ...row }) => ({ ...toRecord(row), matching: count }));
}

/** One solo of the territory, or null. */
export async function selectRecord(context: SubgraphContext, id: string): Promise<SoloRecord | null> {
  const [record] = await selectRecordsById(context, [id]);
  return record ?? null;
}

/** Solos of the territory by id, in the order asked for; others are left out. */
export async function selectRecordsById(
  context: SubgraphContext,
  ids: readonly string[],
): Promise<SoloRecord[]> {
  const rows = await context.read<RecordRow>({
    name: 'solo records by id',
    text: `select ${COLUMNS} from ${RECORDS} where s.territory_id = $1 and s.id = any($2::uuid[]) and s.erased_at is null
      order by array_position($2::uuid[], s.id)`,
    values: [context.requireTerritory(), ids.filter((id) => UUID.test(id))],
  });
  return rows.map(toRecord);
}

/** How solos were identified so far, the most frequent 50 first. */
export async function selectSources(context: SubgraphContext): Promise<string[]> {
  const rows = await context.read<{ source: string }>({
    name: 'sources of identification',
    text: `select identified_by as source from solo where territory_id = $1 and erased_at is null
      group by identified_by order by count(*) desc, identified_by limit 50`,
    values: [context.requireTerritory()],
  });
  return rows.map(({ source }) => source);
}

/** The state of a solo within a transaction, to tell whether somebody changed it. */
export async function selectRevision(connection: Connection, id: string): Promise<string> {
  const { rows } = await connection.query<{ revision: string }>(
    `select ${REVISION} as revision from ${RECORDS} where s.id = $1`,
    [id],
  );
  return rows[0]?.revision ?? '';
}
