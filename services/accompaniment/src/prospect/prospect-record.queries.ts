import type { SubgraphContext } from '@ancrage/subgraph';
import { isUuid } from '@ancrage/subgraph/pagination';
import { type ListOrder, orderedPage } from '../listing/ordered-page.js';
import { type Asked, conditionsOf, DUE_ON, HOUSEHOLDS, plain } from './prospect-conditions.js';
import { ProspectRecordOrder, type ProspectRecordsArguments } from './prospect-record.input.js';
import type { ProspectRecord, ProspectRecordConnection } from './prospect-record.js';

const COLUMNS = `p.id, p.stage, p.adults, p.children_birth_years as "childrenBirthYears", p.project, p.activity,
  jsonb_build_object('speed', p.needed_speed, 'services', p.needed_services, 'housing', p.housing,
    'premises', p.premises) as needs,
  p.wished_communes as "wishedCommunes", p.horizon, p.owner_id as "ownerId", case when p.stage <> 'LOST' then p.next_action end as "nextAction",
  ${DUE_ON}::text as "nextActionOn", p.lost_reason as "lostReason", p.first_contact_on::text as "firstContactOn",
  p.last_contact_at as "lastContactAt", p.version, p.demonstration,
  jsonb_build_object('name', c.name, 'email', c.email, 'phone', c.phone, 'livesIn', c.lives_in, 'locale', c.locale,
    'callWhen', c.call_when) as contact, c.bounced_at as "bouncedAt"`;
/** Who has nothing planned comes after everybody who has. */
const NEXT = `coalesce(${DUE_ON}, 'infinity'::date)`;
const LAST = `coalesce(p.last_contact_at, '-infinity'::timestamptz)`;

const ORDERS: Record<ProspectRecordOrder, ListOrder> = {
  NEXT_ACTION: { key: NEXT, type: 'date' },
  NEXT_ACTION_DESC: { key: NEXT, type: 'date', down: true },
  NAME: { key: plain('c.name'), type: 'text' },
  NAME_DESC: { key: plain('c.name'), type: 'text', down: true },
  LAST_CONTACT: { key: LAST, type: 'timestamptz' },
  LAST_CONTACT_DESC: { key: LAST, type: 'timestamptz', down: true },
  FIRST_CONTACT: { key: 'p.first_contact_on', type: 'date' },
  FIRST_CONTACT_DESC: { key: 'p.first_contact_on', type: 'date', down: true },
};

type RecordRow = Omit<ProspectRecord, 'mine'> & { bouncedAt: Date | null };

const toRecord = ({ bouncedAt, ...row }: RecordRow, { scope }: SubgraphContext): ProspectRecord => ({
  ...row,
  contact: { ...row.contact, bouncedAt },
  mine: row.ownerId !== null && row.ownerId === scope.userId,
});

/** A page of the households that the territory follows. */
export async function selectProspects(
  context: SubgraphContext,
  { first, after, orderBy, ...asked }: ProspectRecordsArguments,
): Promise<ProspectRecordConnection> {
  const values: unknown[] = [context.requireTerritory()];
  const where = conditionsOf(asked, values);
  const found = await orderedPage<RecordRow>(
    context,
    { columns: COLUMNS, from: HOUSEHOLDS, where, values, id: 'p.id', order: ORDERS[orderBy] },
    { first, after },
  );
  return { ...found, nodes: found.nodes.map((row) => toRecord(row, context)) };
}

/** Who matches at each stage, the first `perStage` of each, with how many there are. */
export async function selectProspectBoard(
  context: SubgraphContext,
  asked: Asked,
  perStage: number,
): Promise<(ProspectRecord & { matching: number })[]> {
  const values: unknown[] = [context.requireTerritory()];
  const matching = conditionsOf(asked, values);
  const rows = await context.read<RecordRow & { matching: number }>({
    text: `select * from (
        select ${COLUMNS}, count(*) over (partition by p.stage)::int as matching,
          row_number() over (partition by p.stage order by ${NEXT}, ${LAST} desc, p.id) as place
        from ${HOUSEHOLDS} where ${matching}
      ) as numbered where place <= $${values.push(perStage)} order by place`,
    values,
  });
  return rows.map(({ matching: count, ...row }) => ({ ...toRecord(row, context), matching: count }));
}

/** One household of the territory that still has a name, or null. */
export async function selectProspect(context: SubgraphContext, id: string): Promise<ProspectRecord | null> {
  if (!isUuid(id)) return null;
  const [row] = await context.read<RecordRow>({
    name: 'prospect record',
    text: `select ${COLUMNS} from ${HOUSEHOLDS} where p.territory_id = $1 and p.id = $2 and p.anonymised_at is null`,
    values: [context.requireTerritory(), id],
  });
  return row ? toRecord(row, context) : null;
}

/** How many stand at each stage. */
export async function countStages(context: SubgraphContext): Promise<Map<string, number>> {
  const rows = await context.read<{ stage: string; count: number }>({
    name: 'prospect stages',
    text: `select stage, count(*)::int as count from ${HOUSEHOLDS}
      where p.territory_id = $1 and p.anonymised_at is null group by stage`,
    values: [context.requireTerritory()],
  });
  return new Map(rows.map(({ stage, count }) => [stage, count]));
}
