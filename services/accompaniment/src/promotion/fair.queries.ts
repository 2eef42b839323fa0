import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor, isUuid, toPage } from '@ancrage/subgraph/pagination';
import type { Fair } from './fair.entity.js';
import type { FairsArguments } from './fair.input.js';
import type { FairConnection } from './fair-connection.js';

/** A fair as statements give it; a date of JavaScript would lose the microseconds that the cursor needs. */
type FairRow = Fair & { startKey: string };

export const FAIR_COLUMNS = `f.id, f.slug, f.name, f.place, f.summary, f.starts_at as "startsAt", f.ends_at as "endsAt",
  f.shown, f.revision, f.updated_at as "updatedAt", f.demonstration`;

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

function cursorValues(after: string | undefined): [string | null, string | null] {
  if (!after) return [null, null];
  const [startKey, id] = decodeCursor(after, 2).map(String) as [string, string];
  if (MOMENT.test(startKey) && !Number.isNaN(Date.parse(startKey)) && isUuid(id)) return [startKey, id];
  throw new BadInputError("Ce curseur n'est pas valable.", 'after');
}

/** A page of the fairs that the territory announces, by date: members too read here what everybody does. */
export async function selectFairs(
  context: SubgraphContext,
  { from = null, first, after }: FairsArguments,
): Promise<FairConnection> {
  const rows = await context.read<FairRow>({
    name: 'fairs',
    text: `select ${FAIR_COLUMNS},
        to_char(f.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "startKey"
       from fair f
      where f.territory_id = $1 and f.shown and ($2::timestamptz is null or f.ends_at >= $2)
        and ($4::timestamptz is null or (f.starts_at, f.id) > ($4, $5::uuid))
      order by f.starts_at, f.id limit $3`,
    values: [context.requireTerritory(), from, first + 1, ...cursorValues(after)],
  });
  return toPage(rows, first, ({ startKey, id }) => encodeCursor([startKey, id]));
}

/** One announced fair by its short name; null when there is none. */
export async function selectFair(context: SubgraphContext, slug: string): Promise<Fair | null> {
  const [row] = await context.read<Fair>({
    name: 'fair',
    text: `select ${FAIR_COLUMNS} from fair f where f.territory_id = $1 and f.slug = $2 and f.shown`,
    values: [context.requireTerritory(), slug],
  });
  return row ?? null;
}
