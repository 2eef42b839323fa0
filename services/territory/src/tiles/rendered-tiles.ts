import { gzipSync } from 'node:zlib';
import { type Feature, fromGeojsonVt } from '@maplibre/vt-pbf';

/** Tiles (Mapbox Vector Tile 2.1, gzipped) by `z/x/y`; those that would be empty are left out. */
export type RenderedTiles = Map<string, Uint8Array<ArrayBuffer>>;

/** Units of a tile's side. */
export const EXTENT = 4096;

export const tileKey = (zoom: number, x: number, y: number) => `${zoom}/${x}/${y}`;

/** One tile of one layer, compressed, in memory of its own so that it can be handed to another thread. */
export function encodeTile(name: string, features: Feature[]): Uint8Array<ArrayBuffer> {
  // Of a tile, the encoder reads the features alone.
  const layer = { features } as Parameters<typeof fromGeojsonVt>[0][string];
  return new Uint8Array(gzipSync(fromGeojsonVt({ [name]: layer }, { version: 2, extent: EXTENT })));
}

/** Where a point lies in the Web Mercator square of the world, whose side is 1. */
export function placeOf(longitude: number, latitude: number): [x: number, y: number] {
  const y = (1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2;
  return [(longitude + 180) / 360, y];
}

/** The parts of a tile at the next zoom. */
export const QUADRANTS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;
