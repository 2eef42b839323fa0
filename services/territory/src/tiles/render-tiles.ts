import { gzipSync } from 'node:zlib';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { type Bounds, boundsOf, boundsOfPoints } from '../contour/bounds.js';
import { MAXIMUM_ZOOM, MINIMUM_ZOOM } from './zoom.js';

type Contours = FeatureCollection<Polygon | MultiPolygon>;
export type RenderedTiles = Map<string, Uint8Array>;

export const tileKey = (zoom: number, x: number, y: number) => `${zoom}/${x}/${y}`;

/** Renders every non-empty tile (Mapbox Vector Tile 2.1, gzipped) of one layer, by `z/x/y`. */
export function renderTiles(layer: string, features: Contours): RenderedTiles {
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
    const encoded = fromGeojsonVt({ [layer]: tile }, { version: 2, extent: 4096 });
    tiles.set(tileKey(z, x, y), gzipSync(encoded));
    if (z === MAXIMUM_ZOOM) return;
    for (const [dx, dy] of QUADRANTS) descend(z + 1, 2 * x + dx, 2 * y + dy);
  };
  const [west, south, east, north] = boundsOfFeatures(features);
  const [left, top] = tileOf(west, north, MINIMUM_ZOOM);
  const [right, bottom] = tileOf(east, south, MINIMUM_ZOOM);
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) descend(MINIMUM_ZOOM, x, y);
  return tiles;
}

const QUADRANTS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

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

/** The Web Mercator tile that holds a point. */
function tileOf(longitude: number, latitude: number, zoom: number): [x: number, y: number] {
  const tiles = 2 ** zoom;
  const y = (1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2;
  return [Math.floor(((longitude + 180) / 360) * tiles), Math.floor(y * tiles)];
}
