import type { SubgraphContext } from '@ancrage/subgraph';
import type { Point } from './nearest-distances.js';

export interface CentreRow {
  code: string;
  longitude: number | null;
  latitude: number | null;
  types: string[];
}

/** Changes with whatever changes the offer: whoever writes it computes the figures again. */
export async function selectFiguresVersion(context: SubgraphContext, territoryId: string): Promise<string> {
  const [row] = await context.readIn<{ version: string }>(territoryId, {
    name: 'version of the offer figures',
    text: `select t.commune_count || ' ' || coalesce(extract(epoch from f.as_of)::text, '') as version
      from territory t left join offer_figures f on f.territory_id = t.id where t.id = $1`,
    values: [territoryId],
  });
  return row?.version ?? '';
}

/** The centre of every commune and the types of service it has, in the order of `Territory.communes`. */
export function selectCentres(context: SubgraphContext, territoryId: string): Promise<CentreRow[]> {
  return context.readIn<CentreRow>(territoryId, {
    name: 'centres with types',
    text: `select c.code, c.longitude, c.latitude, array(select jsonb_object_keys(tc.facility_counts)) as types
      from territory_commune tc join commune_reference c on c.code = tc.commune_code
      where tc.territory_id = $1 order by tc.name_key, tc.commune_code`,
    values: [territoryId],
  });
}

/**
 * Where the services of some types are. Of a commune that is said to have one without saying where, the centre stands
 * for it; a service that is closed, in the territory's own judgement, is nowhere.
 */
export async function selectPlaces(
  context: SubgraphContext,
  territoryId: string,
  types: readonly string[],
): Promise<Map<string, Point[]>> {
  const rows = await context.readIn<{ type: string; longitudes: number[]; latitudes: number[] }>(
    territoryId,
    {
      name: 'places by type',
      text: `with open as (
          select tc.commune_code, type from territory_commune tc, unnest($2::text[]) as type
          where tc.territory_id = $1 and tc.facility_counts ? type
        ), placed as (
          select f.commune_code, f.type_code as type, f.longitude, f.latitude
          from facility f join open on open.commune_code = f.commune_code and open.type = f.type_code
          where f.territory_id = $1 and f.longitude is not null and f.latitude is not null
        ), somewhere as (
          select open.type, c.longitude, c.latitude from open join commune_reference c on c.code = open.commune_code
          where c.longitude is not null and c.latitude is not null
            and not exists (select from placed where placed.commune_code = open.commune_code and placed.type = open.type)
        )
        select type, array_agg(longitude) as longitudes, array_agg(latitude) as latitudes
        from (select type, longitude, latitude from placed union all select * from somewhere) place group by type`,
      values: [territoryId, types],
    },
  );
  return new Map(
    rows.map(({ type, longitudes, latitudes }) => [
      type,
      longitudes.map((longitude, index): Point => [longitude, latitudes[index] as number]),
    ]),
  );
}

/**
 * The types of which every service is known, by commune: those that a source which speaks of it lists completely, and
 * those of which somebody vouched that there is none.
 */
export async function selectListings(
  context: SubgraphContext,
  territoryId: string,
): Promise<Map<string, ReadonlySet<string>[]>> {
  const [sources, communes] = await Promise.all([
    context.readIn<{ id: string; types: string[] }>(territoryId, {
      name: 'types that sources list',
      text: 'select id, exhaustive_types as types from source where territory_id = $1',
      values: [territoryId],
    }),
    context.readIn<{ code: string; sources: string[]; absent: string[] }>(territoryId, {
      name: 'sources that speak of communes',
      text: `select tc.commune_code as code, tc.absent_types as absent,
          array(select source_id from offer_statement s where s.territory_id = $1 and s.commune_code = tc.commune_code and s.current) as sources
        from territory_commune tc where tc.territory_id = $1`,
      values: [territoryId],
    }),
  ]);
  const typesOf = new Map(sources.map(({ id, types }) => [id, new Set(types)]));
  return new Map(
    communes.map(({ code, sources: ids, absent }) => [
      code,
      [...ids.flatMap((id) => typesOf.get(id) ?? []), ...(absent.length > 0 ? [new Set(absent)] : [])],
    ]),
  );
}

/** How much is known of each of these communes; null for one of another territory. */
export async function selectCompleteness(
  context: SubgraphContext,
  territoryId: string,
  codes: readonly string[],
): Promise<(number | null)[]> {
  const rows = await context.read<{ code: string; completeness: number }>({
    name: 'completeness',
    text: `select commune_code as code, round(completeness::numeric, 3)::float8 as completeness
      from territory_commune where territory_id = $1 and commune_code = any($2)`,
    values: [territoryId, codes],
  });
  const byCode = new Map(rows.map((row) => [row.code, row.completeness]));
  return codes.map((code) => byCode.get(code) ?? null);
}
