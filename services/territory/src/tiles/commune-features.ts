import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type pg from 'pg';

interface ContourRow {
  code: string;
  geometry: Polygon | MultiPolygon;
  facilityCounts: Record<string, number>;
  name: string;
  population: number | null;
  broadbandClass: string | null;
  intercommunality: string | null;
  fibre: number | null;
  completeness: number;
  verifiedShare: number;
}

// Shares from 0 to 1.
const COMMUNES = `
  select c.code, c.name, c.population, tc.broadband_class as "broadbandClass", c.intercommunality_siren as intercommunality,
    tc.facility_counts as "facilityCounts", tc.completeness, tc.verified_share as "verifiedShare",
    round(coverage.fibre::numeric / nullif(coverage.premises, 0), 3)::float8 as fibre, contour.geometry
  from territory_commune tc
  join commune_reference c on c.code = tc.commune_code
  join commune_contour contour on contour.commune_code = tc.commune_code
  left join lateral (
    select fibre, premises from broadband_coverage b
    where b.territory_id = tc.territory_id and b.commune_code = tc.commune_code and b.fibre is not null
    order by quarter desc limit 1
  ) coverage on true
  where tc.territory_id = $1 order by c.code`;

/**
 * A territory's communes as the tiles show them: contours with the figures that maps colour by. `facilities` counts
 * those known, and each family is counted under its own name; a family that has none known is left out.
 */
export async function selectCommuneFeatures(
  client: pg.ClientBase,
  territoryId: string,
  families: ReadonlyMap<string, string>,
): Promise<FeatureCollection<Polygon | MultiPolygon>> {
  const { rows } = await client.query<ContourRow>(COMMUNES, [territoryId]);
  return {
    type: 'FeatureCollection',
    features: rows.map(({ geometry, facilityCounts, ...properties }) => ({
      type: 'Feature',
      geometry,
      properties: {
        ...withoutNulls(properties),
        ...countsByFamily(facilityCounts, families),
        id: featureId(properties.code),
      },
    })),
  };
}

function countsByFamily(
  counts: Record<string, number>,
  families: ReadonlyMap<string, string>,
): Record<string, number> {
  const found: Record<string, number> = { facilities: 0 };
  for (const [code, count] of Object.entries(counts)) {
    const family = families.get(code);
    found['facilities'] = (found['facilities'] ?? 0) + count;
    if (family) found[family] = (found[family] ?? 0) + count;
  }
  return found;
}

/** A tile has no null: what is unknown is left out, and maps draw it as unknown. */
function withoutNulls(properties: object): Record<string, string | number> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null)) as Record<
    string,
    string | number
  >;
}

/** Features of a tile have whole numbers for ids; Corsican codes hold a letter. */
const featureId = (code: string) => Number.parseInt(code, 16);
