import type { SubgraphContext } from '@ancrage/subgraph';
import { type ConnectionArguments, decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import type { EntryFields } from '../entry/entry-fields.js';
import { type PublicSide, publicSide } from '../entry/public-side.js';
import type { ModeratedChangeConnection, ModeratedChangeNode, ModerationState } from './moderated-change.js';

type ChangeRow = Omit<ModeratedChangeNode, 'entry' | 'after'> & { fields: EntryFields; moment: string };

const COLUMNS = `c.id, c.solo_id as "soloId", s.slug, c.version, c.state, s.published_at is null as "firstEntry",
  c.submitted_at as "submittedAt", c.submitted_at::text as moment, c.decided_at as "decidedAt", c.reason, c.fields,
  s.demonstration,
  json_build_object('displayName', s.display_name, 'activity', s.activity, 'skills', s.skills,
    'presentation', s.presentation, 'communeCode', s.commune_code, 'area', s.area, 'nafCode', s.naf_code,
    'languages', s.languages, 'phone', s.phone, 'website', s.website, 'photoId', s.photo_id,
    'canSponsor', s.can_sponsor) as before`;
const FROM = 'entry_change c join solo s on s.id = c.solo_id';
/** Whose consent ended asks for nothing any more. */
const WAITING = `c.territory_id = $1 and c.state = 'SUBMITTED' and s.consent_id is not null`;

/** What waits for a moderator, oldest first. */
export async function selectWaiting(
  context: SubgraphContext,
  { first, after }: ConnectionArguments,
): Promise<ModeratedChangeConnection> {
  const territoryId = context.requireTerritory();
  const [moment, id] = after ? decodeCursor(after, 2) : [null, null];
  const [rows, total] = await Promise.all([
    context.read<ChangeRow>({
      name: 'changes that wait',
      text: `select ${COLUMNS} from ${FROM} where ${WAITING}
        and ($3::timestamptz is null or (c.submitted_at, c.id::text) > ($3::timestamptz, $4::text))
        order by c.submitted_at, c.id::text limit $2`,
      values: [territoryId, first + 1, moment, id],
    }),
    countWaiting(context),
  ]);
  const page = toPage(rows, first, (row) => encodeCursor([row.moment, row.id]));
  return { totalCount: total, nodes: page.nodes.map(toChange), pageInfo: page.pageInfo };
}

export async function countWaiting(context: SubgraphContext): Promise<number> {
  const [row] = await context.read<{ count: number }>({
    name: 'count of changes that wait',
    text: `select count(*)::int as count from ${FROM} where ${WAITING}`,
    values: [context.requireTerritory()],
  });
  return row?.count ?? 0;
}

/** One change that was ever proposed, or null. */
export async function selectChange(
  context: SubgraphContext,
  id: string,
): Promise<ModeratedChangeNode | null> {
  const [row] = await context.read<ChangeRow>({
    name: 'moderated change',
    text: `select ${COLUMNS} from ${FROM}
      where c.territory_id = $1 and c.id::text = $2 and c.state in ('SUBMITTED', 'ACCEPTED', 'REFUSED')`,
    values: [context.requireTerritory(), id],
  });
  return row ? toChange(row) : null;
}

/** The last ones that were decided, newest first. */
export async function selectDecided(context: SubgraphContext, first: number): Promise<ModeratedChangeNode[]> {
  const rows = await context.read<ChangeRow>({
    name: 'decided changes',
    text: `select ${COLUMNS} from ${FROM} where c.territory_id = $1 and c.state in ('ACCEPTED', 'REFUSED')
      order by c.decided_at desc, c.id limit $2`,
    values: [context.requireTerritory(), first],
  });
  return rows.map(toChange);
}

function toChange({ fields, moment: _moment, ...row }: ChangeRow): ModeratedChangeNode {
  const after = publicSide(fields);
  return {
    ...row,
    state: row.state as ModerationState,
    before: row.before as PublicSide,
    after,
    entry: { ...after, commune: after.communeCode ? { code: after.communeCode } : null },
  };
}
