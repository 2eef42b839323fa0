import { GeoJSONVT } from '@maplibre/geojson-vt';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { type Bounds, boundsOf, boundsOfPoints } from '../contour/bounds.js';
import { encodeTile, placeOf, QUADRANTS, type RenderedTiles, tileKey } from './rendered-tiles.js';
import { MAXIMUM_ZOOM, MINIMUM_ZOOM } from './zoom.js';

type Contours = FeatureCollection<Polygon | MultiPolygon>;

/** Renders every non-empty tile of the communes. */
export function renderContours(features: Contours): RenderedTiles {
  const tiles: RenderedTiles = new Map();
  const index = new GeoJSONVT(features, {
    maxZoom: MAXIMUM_ZOOM,
    indexMaxZoom: MAXIMUM_ZOOM,
    indexMaxPoints: 0,
    tolerance: 2,
    promoteId: 'id',
  });
  // A tile that is empty at these zooms has no child worth a look. Above them nothing can be said: whole communes are
  // smaller than a pixel there, and simplified away.
  const descend = (z: number, x: number, y: number): void => {
    const tile = index.getTile(z, x, y);
    if (!tile || tile.features.length === 0) return;
    tiles.set(tileKey(z, x, y), encodeTile('communes', tile.features));
    if (z === MAXIMUM_ZOOM) return;
    for (const [dx, dy] of QUADRANTS) descend(z + 1, 2 * x + dx, 2 * y + dy);
  };
  const [west, south, east, north] = boundsOfFeatures(features);
  const [left, top] = tileOf(west, north);
  const [right, bottom] = tileOf(east, south);
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) descend(MINIMUM_ZOOM, x, y);
  return tiles;
}

function boundsOfFeatures({ features }: Contours): Bounds {
  return boundsOfPoints(
    features.flatMap(({ geometry }) => {
      const [west, south, east, north] = boundsOf(geometry);
      return [
        [west, south],
        [east, north],
      ];
    }),
  );
}

/** The tile of the first zoom that holds a point. */
function tileOf(longitude: number, latitude: number): [x: number, y: number] {
  const [x, y] = placeOf(longitude, latitude);
  return [Math.floor(x * 2 ** MINIMUM_ZOOM), Math.floor(y * 2 ** MINIMUM_ZOOM)];
}
