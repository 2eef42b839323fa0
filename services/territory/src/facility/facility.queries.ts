import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import type { Commune } from '../commune/commune.js';
import { loadDetails } from '../commune/commune.queries.js';
import type { FacilityConnection, FacilityNode, PresenceStatus } from './facility.js';

export interface FacilityRow {
  id: string;
  name: string;
  typeCode: string;
  communeCode: string;
  longitude: number | null;
  latitude: number | null;
  sourceId: string;
}

export const FACILITY_COLUMNS = `f.id, f.name, f.type_code as "typeCode", f.commune_code as "communeCode", f.longitude, f.latitude, f.source_id as "sourceId"`;

export function toFacility(row: FacilityRow): FacilityNode {
  const { id, name, communeCode, sourceId, longitude, latitude } = row;
  const position = longitude === null || latitude === null ? null : { longitude, latitude };
  return { id, name, communeCode, sourceId, position, type: { code: row.typeCode } };
}

/** Rows of a type that the commune has none of today, by what is believed, are of services that closed. */
const OPEN = `f.territory_id = $1 and f.commune_code = $2
  and f.type_code in (select jsonb_object_keys(facility_counts) from territory_commune where territory_id = $1 and commune_code = $2)`;

/** A page of a commune's open facilities, by type then name. */
export async function selectFacilities(
  context: SubgraphContext,
  code: string,
  first: number,
  after?: string,
): Promise<FacilityConnection> {
  const values: unknown[] = [context.requireTerritory(), code, first + 1];
  if (after) values.push(...decodeCursor(after, 3));
  const rows = await context.read<FacilityRow & { total: number }>({
    name: `facilities of a commune ${after ? 'after' : 'first'}`,
    text: `select ${FACILITY_COLUMNS}, (select count(*)::int from facility f where ${OPEN}) as total
      from facility f where ${OPEN} ${after ? 'and (f.type_code, f.name, f.id::text) > ($4, $5, $6)' : ''}
      order by f.type_code, f.name, f.id::text limit $3`,
    values,
  });
  const page = toPage(rows, first, (row) => encodeCursor([row.typeCode, row.name, row.id]));
  return { totalCount: rows[0]?.total ?? 0, nodes: page.nodes.map(toFacility), pageInfo: page.pageInfo };
}

export interface PresenceRow {
  typeCode: string;
  status: PresenceStatus;
  count: number | null;
  distanceKm: number | null;
  nearest: FacilityRow | null;
}

/**
 * For each asked type, what is believed of the commune, and the nearest elsewhere that is open.
 * Distances are great circles on a sphere of 6,371 km.
 */
export async function selectPresence(
  context: SubgraphContext,
  commune: Commune,
  types: readonly string[],
): Promise<PresenceRow[]> {
  const { longitude, latitude } = await loadDetails(context, commune);
  return context.read<PresenceRow>({
    name: 'presence',
    text: `select asked.code as "typeCode",
        coalesce(fact.status, case when listed.complete then 'ABSENT' else 'UNKNOWN' end) as status,
        coalesce(fact.count, case when fact.status is null and listed.complete then 0 end) as count,
        nearest.km as "distanceKm", nearest.facility as nearest
      from unnest($3::text[]) with ordinality as asked (code, place)
      left join offer_facts($1, array[$2]) fact on fact.type_code = asked.code
      cross join lateral (select exists (
        select from offer_statement s join source on source.id = s.source_id
        where s.territory_id = $1 and s.commune_code = $2 and s.current and asked.code = any(exhaustive_types)) as complete) listed
      left join lateral (
        select distance.km, jsonb_build_object('id', f.id, 'name', f.name, 'typeCode', f.type_code, 'communeCode', f.commune_code,
          'longitude', f.longitude, 'latitude', f.latitude, 'sourceId', f.source_id) as facility
        from facility f,
          lateral (select round((12742 * asin(sqrt(
            power(sin(radians(f.latitude - $5) / 2), 2) +
            cos(radians($5)) * cos(radians(f.latitude)) * power(sin(radians(f.longitude - $4) / 2), 2))))::numeric, 1)::float8 as km) distance
        where f.territory_id = $1 and f.type_code = asked.code and f.commune_code <> $2 and f.latitude is not null
          and exists (select from territory_commune tc where tc.territory_id = $1 and tc.commune_code = f.commune_code and tc.facility_counts ? f.type_code)
        order by distance.km limit 1
      ) nearest on true
      order by asked.place`,
    values: [context.requireTerritory(), commune.code, types, longitude, latitude],
  });
}
