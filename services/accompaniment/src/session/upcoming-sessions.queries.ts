import type { SubgraphContext } from '@ancrage/subgraph';
import { toPage } from '@ancrage/subgraph/pagination';
import { SESSION_COLUMNS, type SessionRow, sessionCursor } from './session.queries.js';
import type { DiscoverySessionConnection } from './session-connection.js';

type CountedRow = SessionRow & { total: number };

const UPCOMING = `s.status in ('PUBLISHED', 'CLOSED') and s.starts_at > now()`;

function toConnection(rows: CountedRow[], first: number): DiscoverySessionConnection {
  return { ...toPage(rows, first, sessionCursor), countAll: () => rows[0]?.total ?? 0 };
}

/** The next sessions of a territory, whichever the request is about. */
export async function selectUpcomingSessions(
  context: SubgraphContext,
  territoryId: string,
  first: number,
): Promise<DiscoverySessionConnection> {
  const rows = await context.readIn<CountedRow>(territoryId, {
    name: 'upcoming sessions',
    text: `select ${SESSION_COLUMNS}, count(*) over ()::int as total from discovery_session s
      where ${UPCOMING} order by s.starts_at, s.id limit $1`,
    values: [first + 1],
  });
  return toConnection(rows, first);
}

/** The next sessions that a commune hosts, one statement for all the communes of a request. */
export function loadUpcomingSessionsOfCommune(
  context: SubgraphContext,
  communeCode: string,
  first: number,
): Promise<DiscoverySessionConnection> {
  return context.load(`upcoming sessions ${first}`, communeCode, async (codes: readonly string[]) => {
    const rows = await context.read<CountedRow>({
      name: 'upcoming sessions of communes',
      text: `select * from (
          select ${SESSION_COLUMNS}, count(*) over (partition by s.host_commune_code)::int as total,
                 row_number() over (partition by s.host_commune_code order by s.starts_at, s.id) as place
            from discovery_session s
           where ${UPCOMING} and s.host_commune_code = any($1)
        ) as numbered where place <= $2 order by "startKey", id`,
      values: [codes, first + 1],
    });
    const byCode = Map.groupBy(rows, (row) => row.hostCommuneCode);
    return codes.map((code) => toConnection(byCode.get(code) ?? [], first));
  });
}
