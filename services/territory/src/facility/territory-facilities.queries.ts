import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import type { FacilityConnection } from './facility.js';
import { FACILITY_COLUMNS, type FacilityRow, toFacility } from './facility.queries.js';

/** A page of the facilities of several communes, by commune, type and name. */
export async function selectFacilitiesOf(
  context: SubgraphContext,
  codes: readonly string[],
  first: number,
  after?: string,
): Promise<FacilityConnection> {
  const values: unknown[] = [context.requireTerritory(), codes, first + 1];
  if (after) values.push(...decodeCursor(after, 4));
  const rows = await context.read<FacilityRow & { total: number }>({
    name: `facilities of communes ${after ? 'after' : 'first'}`,
    text: `select ${FACILITY_COLUMNS}, (select count(*)::int from facility where territory_id = $1 and commune_code = any($2)) as total
      from facility f where f.territory_id = $1 and f.commune_code = any($2)
        ${after ? 'and (f.commune_code, f.type_code, f.name, f.id::text) > ($4, $5, $6, $7)' : ''}
      order by f.commune_code, f.type_code, f.name, f.id::text limit $3`,
    values,
  });
  const page = toPage(rows, first, (row) => encodeCursor([row.communeCode, row.typeCode, row.name, row.id]));
  return { totalCount: rows[0]?.total ?? 0, nodes: page.nodes.map(toFacility), pageInfo: page.pageInfo };
}
