import type { FacilityFamily } from '#lib/graphql/generated/graphql.ts';

/** A feature of the facility tiles: facilities of one type that lie together, or a single one and who it is. */
export type FacilityFeature = {
  longitude: number;
  latitude: number;
  type: string;
  family: FacilityFamily;
  count: number;
  /** Of a single one, where the tile tells it. */
  id?: string;
  name?: string;
  commune?: string;
  source?: string;
  /** Nobody said where it is in its commune: it stands at the centre. */
  centred?: boolean;
};

/** What one mark of the map stands for. */
export type FacilityCell = {
  key: string;
  longitude: number;
  latitude: number;
  count: number;
  /** How many of each family, the most first. */
  families: { family: FacilityFamily; count: number }[];
  /** How many of each type. */
  types: Map<string, number>;
  /** The facilities themselves, as far as the tiles tell them one by one. */
  members: FacilityFeature[];
};

/** Pixels of a cell's side at a whole zoom; the tiles gather by the same cells. */
const cellPixels = 64;
const tilePixels = 512;
/** The share of its cell that a mark of several keeps clear at each side. */
const clear = 0.3;

/**
 * Gathers features for a zoom, so that no two marks cover each other: those in the same cell of the screen are one.
 * The same feature may come twice, from two tiles or two zooms of one tile; it counts once.
 */
export function gather(features: Iterable<FacilityFeature>, zoom: number): FacilityCell[] {
  const across = (2 ** Math.floor(zoom) * tilePixels) / cellPixels;
  const cells = new Map<string, FacilityCell>();
  const seen = new Set<string>();
  for (const feature of features) {
    const { longitude, latitude, type, family, count, id } = feature;
    const identity = id ?? `${type} ${longitude.toFixed(5)} ${latitude.toFixed(5)} ${count}`;
    if (seen.has(identity)) {
      continue;
    }
    seen.add(identity);
    const key = `${Math.floor(worldX(longitude) * across)}/${Math.floor(worldY(latitude) * across)}`;
    const cell = cells.get(key) ?? emptyCell(key);
    cells.set(key, cell);
    cell.longitude += longitude * count;
    cell.latitude += latitude * count;
    cell.count += count;
    cell.types.set(type, (cell.types.get(type) ?? 0) + count);
    const known = cell.families.find((entry) => entry.family === family);
    if (known) {
      known.count += count;
    } else {
      cell.families.push({ family, count });
    }
    if (id !== undefined) {
      cell.members.push(feature);
    }
  }
  return [...cells.values()].map((cell) => ({
    ...cell,
    ...(cell.count > 1
      ? insideOf(cell.key, across, cell.longitude / cell.count, cell.latitude / cell.count)
      : {}),
    families: cell.families.sort((one, other) => other.count - one.count),
  }));
}

/** The middle of what a cell holds, kept off its borders so that the marks of two cells stay apart. */
function insideOf(key: string, across: number, longitude: number, latitude: number) {
  const [column = 0, row = 0] = key.split('/').map(Number);
  const within = (share: number, cell: number) =>
    Math.min(Math.max(share * across, cell + clear), cell + 1 - clear) / across;
  return {
    longitude: within(worldX(longitude), column) * 360 - 180,
    latitude: latitudeOf(within(worldY(latitude), row)),
  };
}

const emptyCell = (key: string): FacilityCell => ({
  key,
  longitude: 0,
  latitude: 0,
  count: 0,
  families: [],
  types: new Map(),
  members: [],
});

const worldX = (longitude: number) => (longitude + 180) / 360;
const worldY = (latitude: number) =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
const latitudeOf = (y: number) => (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
