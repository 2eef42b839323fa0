import type { Database } from '@ancrage/subgraph/database';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';

interface ContourRow {
  code: string;
  name: string;
  population: number | null;
  broadbandClass: string | null;
  intercommunality: string | null;
  geometry: Polygon | MultiPolygon;
}

/** A territory's communes as the tiles show them: contours with the figures that maps colour by. */
export async function selectCommuneFeatures(
  database: Database,
  territoryId: string,
): Promise<FeatureCollection<Polygon | MultiPolygon>> {
  const rows = await database.read<ContourRow>(
    { territoryId, role: 'PUBLIC', userId: null },
    {
      text: `select c.code, c.name, c.population, tc.broadband_class as "broadbandClass", c.intercommunality_siren as intercommunality, contour.geometry
        from territory_commune tc
        join commune_reference c on c.code = tc.commune_code
        join commune_contour contour on contour.commune_code = tc.commune_code
        where tc.territory_id = $1 order by c.code`,
      values: [territoryId],
    },
  );
  return {
    type: 'FeatureCollection',
    features: rows.map(({ geometry, ...properties }) => ({
      type: 'Feature',
      geometry,
      properties: { ...withoutNulls(properties), id: featureId(properties.code) },
    })),
  };
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
