import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect, it } from 'vitest';
import type { FacilityPoints } from './facility-points.js';
import { renderFacilities, SEPARATE_POINTS } from './render-facilities.js';
import type { RenderedTiles } from './rendered-tiles.js';

/** Facilities of two types spread evenly over a square of the world, around the middle of its first tile. */
function square(count: number, side: number): FacilityPoints {
  const across = Math.ceil(Math.sqrt(count));
  const all = Array.from({ length: count }, (_, index) => index);
  return {
    count,
    x: Float64Array.from(all, (index) => 0.508 + ((index % across) / across) * side),
    y: Float64Array.from(all, (index) => 0.367 + (Math.floor(index / across) / across) * side),
    typeOf: Uint16Array.from(all, (index) => index % 2),
    types: [
      { type: 'D502', family: 'CHILDHOOD' },
      { type: 'C108', family: 'SCHOOL' },
    ],
    id: all.map(String),
    name: all.map((index) => `Service ${index}`),
    commune: all.map(() => '09122'),
    source: all.map(() => 'bpe'),
    placedAtCentre: new Uint8Array(count),
  };
}

function featuresAt(tiles: RenderedTiles, zoom: number) {
  return [...tiles]
    .filter(([key]) => key.startsWith(`${zoom}/`))
    .map(([, bytes]) => {
      const layer = new VectorTile(new PbfReader(gunzipSync(bytes))).layers['facilities']!;
      return Array.from({ length: layer.length }, (_, index) => layer.feature(index).properties);
    });
}

const sum = (features: Record<string, unknown>[]) =>
  features.reduce((total, { count }) => total + Number(count), 0);

it('keeps every tile small however many facilities share one place, and counts them all', () => {
  const count = SEPARATE_POINTS * 5;
  const tiles = renderFacilities(square(count, 1e-6));
  for (const zoom of [6, 10, 14]) {
    const features = featuresAt(tiles, zoom);
    expect(sum(features.flat())).toBe(count);
    // Two types, in as many cells as the crowd covers.
    for (const tile of features) expect(tile.length).toBeLessThan(20);
  }
});

it('shows each for itself at the last zoom where they are not too many', () => {
  const tiles = renderFacilities(square(400, 1e-4));
  const near = featuresAt(tiles, 14).flat();
  expect(near).toHaveLength(400);
  expect(new Set(near.map(({ id }) => id)).size).toBe(400);
});

it('never puts more in a tile than its cells and types', () => {
  const features = featuresAt(renderFacilities(square(20_000, 2e-3)), 9);
  for (const tile of features) expect(tile.length).toBeLessThanOrEqual(64 * 2);
  expect(sum(features.flat())).toBe(20_000);
});
