/** [west, south, east, north] in degrees. */
export type Bounds = readonly number[];

export type Frame = {
  width: number;
  height: number;
  /** Degrees to the frame's own units, y downwards. */
  project: (longitude: number, latitude: number) => { x: number; y: number };
  /** The same from Web Mercator, the whole world being a unit square. */
  place: (x: number, y: number) => { x: number; y: number };
};

const radians = Math.PI / 180;
/** Web Mercator, the projection of the tiles: the whole world in a unit square. */
const worldX = (longitude: number) => (longitude + 180) / 360;
const worldY = (latitude: number) =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)) / (2 * Math.PI);

/** Fits bounds into a frame of the given width, with a margin all around. */
export function frameOf(bounds: Bounds, width = 1000, margin = 12): Frame {
  const [west = 0, south = 0, east = 0, north = 0] = bounds;
  const left = worldX(west);
  const top = worldY(north);
  const scale = (width - 2 * margin) / Math.max(worldX(east) - left, 1e-9);
  const place: Frame['place'] = (x, y) => ({
    x: round((x - left) * scale + margin),
    y: round((y - top) * scale + margin),
  });
  return {
    width,
    height: Math.round((worldY(south) - top) * scale + 2 * margin),
    place,
    project: (longitude, latitude) => place(worldX(longitude), worldY(latitude)),
  };
}

/** The tiles of a zoom level that cover bounds. */
export function tilesCovering(bounds: Bounds, zoom: number): { x: number; y: number }[] {
  const [west = 0, south = 0, east = 0, north = 0] = bounds;
  const count = 2 ** zoom;
  const at = (value: number) => Math.min(count - 1, Math.max(0, Math.floor(value * count)));
  const tiles = [];
  for (let x = at(worldX(west)); x <= at(worldX(east)); x++) {
    for (let y = at(worldY(north)); y <= at(worldY(south)); y++) {
      tiles.push({ x, y });
    }
  }
  return tiles;
}

/** The deepest zoom at which one tile holds the bounds whole, within what the tile set offers. */
export function zoomHolding(bounds: Bounds, minimum: number, maximum: number): number {
  for (let zoom = maximum; zoom > minimum; zoom--) {
    if (tilesCovering(bounds, zoom).length === 1) {
      return zoom;
    }
  }
  return minimum;
}

const round = (value: number) => Math.round(value * 10) / 10;
