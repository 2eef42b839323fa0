import type { FacilityPoints } from './facility-points.js';
import { EXTENT, encodeTile, QUADRANTS, type RenderedTiles, tileKey } from './rendered-tiles.js';
import { FACILITIES_MAXIMUM_ZOOM, MINIMUM_ZOOM } from './zoom.js';

/** A tile is 512 pixels wide on screen: what lies in the same 64 of them stands for one place. */
const CELLS = 8;
/** How many facilities a tile of the last zoom shows one by one; with more, those at nearly one place are counted. */
export const SEPARATE_POINTS = 4000;
const CROWDED_CELLS = 64;
/** Up to so many features, a tile also says which facility a lone one is, so that it answers without zooming. */
const TOLD_FEATURES = 2000;
/** Beyond so many in a territory only the last zoom says so: names are most of the work, and of the bytes. */
const TOLD_FACILITIES = 50_000;
/** Counts keep this share of their cell clear at each side, so that those of two cells do not cover each other. */
const CLEAR = 0.2;

type Tags = Record<string, string | number | boolean>;
interface Group {
  type: number;
  count: number;
  x: number;
  y: number;
  /** The facility itself, while there is only one. */
  one: number;
}

/**
 * Renders every non-empty tile of the facilities. Below the last zoom, facilities of one type in one cell are one
 * feature with their `count`, each type apart: what a map shows of them is a filter on `type` or `family`, never
 * another request. A feature that is one facility has `id`, `name`, `commune` and `source` besides, `centred` when it
 * stands at its commune's centre for want of a better place.
 */
export function renderFacilities(points: FacilityPoints): RenderedTiles {
  const tiles: RenderedTiles = new Map();
  const descend = (z: number, x: number, y: number, members: Uint32Array): void => {
    if (members.length === 0) return;
    const groups = groupsOf(points, members, z, x, y);
    const told =
      z === FACILITIES_MAXIMUM_ZOOM || (points.count <= TOLD_FACILITIES && groups.length <= TOLD_FEATURES);
    const features = groups.map((group) => ({
      type: 1 as const,
      geometry: [[group.x, group.y]] as [number, number][],
      tags: tagsOf(points, group, told),
    }));
    tiles.set(tileKey(z, x, y), encodeTile('facilities', features));
    if (z === FACILITIES_MAXIMUM_ZOOM) return;
    const parts = splitInFour(points, members, z + 1);
    for (const [part, [dx, dy]] of QUADRANTS.entries())
      descend(z + 1, 2 * x + dx, 2 * y + dy, parts[part] as Uint32Array);
  };
  for (const [key, members] of byFirstTile(points)) {
    const [x, y] = key.split('/').map(Number) as [number, number];
    descend(MINIMUM_ZOOM, x, y, Uint32Array.from(members));
  }
  return tiles;
}

function groupsOf(points: FacilityPoints, members: Uint32Array, z: number, x: number, y: number): Group[] {
  const last = z === FACILITIES_MAXIMUM_ZOOM;
  const apart = last && members.length <= SEPARATE_POINTS;
  const cells = last ? CROWDED_CELLS : CELLS;
  const groups = new Map<number, Group & { cell: number }>();
  for (const index of members) {
    const px = (points.x[index] as number) * 2 ** z - x;
    const py = (points.y[index] as number) * 2 ** z - y;
    const type = points.typeOf[index] as number;
    const cell = Math.floor(py * cells) * cells + Math.floor(px * cells);
    const key = apart ? index : cell * points.types.length + type;
    const group = groups.get(key);
    if (group) {
      group.count++;
      group.x += px;
      group.y += py;
    } else groups.set(key, { cell, type, count: 1, x: px, y: py, one: index });
  }
  return [...groups.values()].map(({ cell, ...group }) => ({
    ...group,
    x: placeIn(group.x / group.count, cell % cells, last ? null : cells),
    y: placeIn(group.y / group.count, Math.floor(cell / cells), last ? null : cells),
  }));
}

/** Units of the tile, kept off the borders of the cell where there are cells. */
function placeIn(share: number, cell: number, cells: number | null): number {
  const kept =
    cells === null ? share : Math.min(Math.max(share, (cell + CLEAR) / cells), (cell + 1 - CLEAR) / cells);
  return Math.round(kept * EXTENT);
}

function tagsOf(points: FacilityPoints, { type, count, one }: Group, told: boolean): Tags {
  const { type: code, family } = points.types[type] as FacilityPoints['types'][number];
  if (count > 1 || !told) return { type: code, family, count };
  return {
    type: code,
    family,
    count,
    id: points.id[one] as string,
    name: points.name[one] as string,
    commune: points.commune[one] as string,
    source: points.source[one] as string,
    ...(points.placedAtCentre[one] === 1 && { centred: true }),
  };
}

function byFirstTile({ count, x, y }: FacilityPoints): Map<string, number[]> {
  const tiles = new Map<string, number[]>();
  const across = 2 ** MINIMUM_ZOOM;
  for (let index = 0; index < count; index++) {
    const key = `${Math.floor((x[index] as number) * across)}/${Math.floor((y[index] as number) * across)}`;
    const members = tiles.get(key);
    if (members) members.push(index);
    else tiles.set(key, [index]);
  }
  return tiles;
}

/** The members of a tile by its four parts, in the order of QUADRANTS. */
function splitInFour(points: FacilityPoints, members: Uint32Array, zoom: number): Uint32Array[] {
  const partOf = (index: number) =>
    (Math.floor((points.x[index] as number) * 2 ** zoom) & 1) +
    2 * (Math.floor((points.y[index] as number) * 2 ** zoom) & 1);
  const sizes = [0, 0, 0, 0];
  for (const index of members) sizes[partOf(index)]!++;
  const parts = sizes.map((size) => new Uint32Array(size));
  const filled = [0, 0, 0, 0];
  for (const index of members) {
    const part = partOf(index);
    parts[part]![filled[part]!++] = index;
  }
  return parts;
}
