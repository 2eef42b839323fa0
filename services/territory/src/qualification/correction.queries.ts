import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { nameKey } from '@ancrage/subgraph/slug';
import { searchTypes, typesOfFamilies } from '../facility/facility-types.js';
import type { CorrectionFilter, CorrectionsArguments } from './correction.input.js';
import type { CorrectionConnection, CorrectionNode } from './correction.js';
import { grouped } from './fact.queries.js';

type CorrectionRow = Omit<CorrectionNode, 'type'> & { typeCode: string | null };

const COLUMNS = `c.id, c.commune_code as "communeCode", c.type_code as "typeCode", c.origin, c.status, c.known_count as "knownCount",
  c.proposed_count as "proposedCount", c.proposed_names as "proposedNames", c.note, c.sent_by as "sentBy", c.reason,
  c.decided_by as "decidedBy", c.decided_at as "decidedAt", c.created_at as "createdAt",
  (select i.campaign_id from campaign_invitation i where i.id = c.invitation_id) as "campaignId"`;

const toCorrection = ({ typeCode, ...row }: CorrectionRow): CorrectionNode => ({
  ...row,
  type: typeCode === null ? null : { code: typeCode },
});

/** A page of what was sent, newest first. */
export async function selectCorrections(
  context: SubgraphContext,
  { filter, first, after }: CorrectionsArguments,
): Promise<CorrectionConnection> {
  const values: unknown[] = [context.requireTerritory()];
  const matching = conditionsOf(filter, values).join(' and ');
  const from =
    'correction c join territory_commune tc on tc.territory_id = c.territory_id and tc.commune_code = c.commune_code';
  let beyond = '';
  const counted = [...values];
  if (after) {
    values.push(...decodeCursor(after, 2));
    beyond = `and (c.created_at, c.id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`;
  }
  values.push(first + 1);
  const [rows, [count]] = await Promise.all([
    // Cursors hold the very moment: a JavaScript date would lose its microseconds, and a row with them.
    context.read<CorrectionRow & { moment: string }>({
      text: `select ${COLUMNS}, c.created_at::text as moment from ${from} where ${matching} ${beyond}
        order by c.created_at desc, c.id desc limit $${values.length}`,
      values,
    }),
    context.read<{ total: number }>({
      text: `select count(*)::int as total from ${from} where ${matching}`,
      values: counted,
    }),
  ]);
  const page = toPage(rows, first, (row) => encodeCursor([row.moment, row.id]));
  return { totalCount: count?.total ?? 0, nodes: page.nodes.map(toCorrection), pageInfo: page.pageInfo };
}

function conditionsOf(filter: CorrectionFilter | undefined, values: unknown[]): string[] {
  const conditions = ['c.territory_id = $1'];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value !== undefined && value !== null) conditions.push(condition(`$${values.push(value)}`));
  };
  add(filter?.status, (p) => `c.status::text = ${p}`);
  add(filter?.origin, (p) => `c.origin::text = ${p}`);
  add(filter?.families?.length ? typesOfFamilies(filter.families) : null, (p) => `c.type_code = any(${p})`);
  add(filter?.commune, (p) => `c.commune_code = ${p}`);
  add(
    filter?.campaign,
    (p) =>
      `exists (select from campaign_invitation i where i.id = c.invitation_id and i.campaign_id::text = ${p})`,
  );
  const search = filter?.search?.trim();
  if (search) {
    const name = `$${values.push(`%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%`)}`;
    conditions.push(`(tc.name_key like ${name} or c.type_code = any($${values.push(searchTypes(search))}))`);
  }
  return conditions;
}

/** Corrections by id, in the order asked for; those of others are left out. */
export async function selectCorrectionsById(
  context: SubgraphContext,
  ids: readonly string[],
): Promise<CorrectionNode[]> {
  const rows = await context.read<CorrectionRow>({
    name: 'corrections by id',
    text: `select ${COLUMNS} from correction c where c.territory_id = $1 and c.id::text = any($2)
      order by array_position($2::text[], c.id::text)`,
    values: [context.requireTerritory(), ids],
  });
  return rows.map(toCorrection);
}

/** What nobody has decided about a commune's facts, batched, oldest first. */
export function loadPending(context: SubgraphContext, code: string): Promise<CorrectionNode[]> {
  return context.load('pending corrections', code, async (codes: readonly string[]) => {
    const rows = await context.read<CorrectionRow>({
      name: 'pending corrections',
      text: `select ${COLUMNS} from correction c where c.territory_id = $1 and c.commune_code = any($2) and c.status = 'PENDING'
        order by c.created_at, c.id limit 2000`,
      values: [context.requireTerritory(), codes],
    });
    return grouped(codes, rows.map(toCorrection));
  });
}
