import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { type Frame, frameOf, tilesCovering, zoomHolding } from '#lib/map/projection.ts';
import { env } from './env.ts';
import { unavailable } from './failures.ts';
import { log } from './log.ts';
import type { Tenant } from './tenant.ts';
import { type Outline, outlineOf } from './tile-outline.ts';

export type Shapes = { frame: Frame; outlines: Map<string, Outline> };

/** Contours of a content version never change; a few territories' worth are kept. */
const capacity = 24;
const kept = new Map<string, Promise<Shapes>>();

/**
 * The contours of a territory's communes as SVG path data, from the same tiles as the map:
 * what a page draws before, or without, the map library.
 */
export function shapesOf({ tiles, bounds }: Tenant): Promise<Shapes> {
  const known = kept.get(tiles.communes);
  if (known) {
    return known;
  }
  const drawn = draw(tiles, bounds);
  kept.set(tiles.communes, drawn);
  drawn.catch(() => kept.delete(tiles.communes));
  if (kept.size > capacity) {
    kept.delete(kept.keys().next().value!);
  }
  return drawn;
}

async function draw(tiles: Tenant['tiles'], bounds: number[]): Promise<Shapes> {
  const frame = frameOf(bounds);
  const outlines = new Map<string, Outline>();
  // One level deeper than a single tile: four at most, and contours that meet without gaps.
  const zoom = Math.min(tiles.maxZoom, zoomHolding(bounds, tiles.minZoom, tiles.maxZoom) + 1);
  const decoded = await Promise.all(
    tilesCovering(bounds, zoom).map(async ({ x, y }) => ({
      x,
      y,
      tile: await tileAt(tiles.communes, zoom, x, y),
    })),
  );
  for (const { x, y, tile } of decoded) {
    const layer = tile.layers.communes;
    for (let index = 0; index < (layer?.length ?? 0); index++) {
      const feature = layer!.feature(index);
      const place = (px: number, py: number) =>
        frame.place((x + px / feature.extent) / 2 ** zoom, (y + py / feature.extent) / 2 ** zoom);
      const code = String(feature.properties.code ?? '');
      const piece = outlineOf(feature.loadGeometry(), feature.extent, place);
      const before = outlines.get(code);
      outlines.set(code, {
        fill: (before?.fill ?? '') + piece.fill,
        line: (before?.line ?? '') + piece.line,
      });
    }
  }
  return { frame, outlines };
}

/** One tile of an address with {z}, {x} and {y}; an empty one where there is none. */
export async function tileAt(template: string, zoom: number, x: number, y: number): Promise<VectorTile> {
  const path = template.replace('{z}', `${zoom}`).replace('{x}', `${x}`).replace('{y}', `${y}`);
  try {
    const response = await fetch(env().GATEWAY_URL + path, { signal: AbortSignal.timeout(5000) });
    const bytes = response.ok ? await response.arrayBuffer() : new ArrayBuffer(0);
    return new VectorTile(new PbfReader(new Uint8Array(bytes)));
  } catch (failure) {
    log.warn({ err: failure, path }, 'a tile could not be read');
    return unavailable();
  }
}
