import type { VectorTile } from '@mapbox/vector-tile';
import { RegionShapesDocument } from '#lib/graphql/generated/graphql.ts';
import { type Frame, frameOf, tilesCovering } from '#lib/map/projection.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { tileAt } from '#lib/server/shapes.ts';
import { outlineOf } from '#lib/server/tile-outline.ts';

type Pieces = { x: number; y: number; tile: VectorTile }[];

/** Few and wide: a territory is a hand's breadth of a region's map. */
const ZOOM = 7;
const AT_ONCE = 12;

/** Contours of a version never change: those of a whole country's territories are kept, compressed as they came. */
const kept = new Map<string, Promise<Pieces>>();
const capacity = 2000;

export type RegionShape = { frame: Frame; outlines: Map<string, string> };

/** Each territory of a region as path data in one frame; null without a territory that has contours. */
export async function regionShape(gateway: GatewayClient, code: string): Promise<RegionShape | null> {
  const { region } = await gateway.ask(RegionShapesDocument, { code });
  const territories = region?.territories ?? [];
  if (territories.length === 0) {
    return null;
  }
  const edge = (index: number, pick: (...values: number[]) => number) =>
    territories.map(({ bounds }) => bounds[index] as number).reduce((one, other) => pick(one, other));
  const frame = frameOf([edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)]);
  const outlines = new Map<string, string>();
  const waiting = [...territories];
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      outlines.set(next.id, drawn(await piecesOf(next.tiles, next.bounds), zoomOf(next.tiles), frame));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { frame, outlines };
}

type Tiles = { communes: string; minZoom: number; maxZoom: number };
const zoomOf = ({ minZoom, maxZoom }: Tiles) => Math.min(maxZoom, Math.max(minZoom, ZOOM));

function piecesOf(tiles: Tiles, bounds: number[]): Promise<Pieces> {
  const known = kept.get(tiles.communes);
  if (known) {
    return known;
  }
  const zoom = zoomOf(tiles);
  const asked = Promise.all(
    tilesCovering(bounds, zoom).map(async ({ x, y }) => ({
      x,
      y,
      tile: await tileAt(tiles.communes, zoom, x, y),
    })),
  );
  kept.set(tiles.communes, asked);
  asked.catch(() => kept.delete(tiles.communes));
  if (kept.size > capacity) {
    kept.delete(kept.keys().next().value!);
  }
  return asked;
}

function drawn(pieces: Pieces, zoom: number, frame: Frame): string {
  let path = '';
  for (const { x, y, tile } of pieces) {
    const layer = tile.layers.communes;
    for (let index = 0; index < (layer?.length ?? 0); index++) {
      const feature = layer!.feature(index);
      const place = (px: number, py: number) =>
        frame.place((x + px / feature.extent) / 2 ** zoom, (y + py / feature.extent) / 2 ** zoom);
      path += outlineOf(feature.loadGeometry(), feature.extent, place).fill;
    }
  }
  return path;
}
