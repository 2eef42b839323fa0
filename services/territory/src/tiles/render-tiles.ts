import { gzipSync } from 'node:zlib';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { FeatureCollection } from 'geojson';
import { MAXIMUM_ZOOM, MINIMUM_ZOOM } from './zoom.js';

export type RenderedTiles = Map<string, Uint8Array>;

export const tileKey = (zoom: number, x: number, y: number) => `${zoom}/${x}/${y}`;

/** Renders every non-empty tile (Mapbox Vector Tile 2.1, gzipped) of one layer, by `z/x/y`. */
export function renderTiles(layer: string, features: FeatureCollection): RenderedTiles {
  const tiles: RenderedTiles = new Map();
  const index = new GeoJSONVT(features, {
    maxZoom: MAXIMUM_ZOOM,
    indexMaxZoom: MAXIMUM_ZOOM,
    indexMaxPoints: 0,
    tolerance: 2,
    buffer: 64,
    promoteId: 'id',
  });
  for (const { z, x, y } of index.tileCoords) {
    if (z < MINIMUM_ZOOM) continue;
    const tile = index.getTile(z, x, y);
    if (!tile || tile.features.length === 0) continue;
    const encoded = fromGeojsonVt({ [layer]: tile }, { version: 2, extent: 4096 });
    tiles.set(tileKey(z, x, y), gzipSync(encoded, { level: 6 }));
  }
  return tiles;
}
