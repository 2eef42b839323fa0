import type { MultiPolygon, Polygon, Position } from 'geojson';

/** A decimetre on the ground, as RFC 7946 recommends; more would be noise. */
const DECIMALS = 1e6;

/** A geometry as RFC 7946 wants it: outer rings counterclockwise, holes clockwise, six decimals, closed rings. */
export function rightHanded(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygon(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(polygon) };
}

const polygon = (rings: Position[][]): Position[][] =>
  rings.map((ring, index) => {
    const rounded = ring.map((position) =>
      position.slice(0, 2).map((degrees) => Math.round(degrees * DECIMALS) / DECIMALS),
    );
    const wanted = index === 0 ? 1 : -1;
    return Math.sign(signedArea(rounded)) === -wanted ? rounded.reverse() : rounded;
  });

/** Positive when the ring turns counterclockwise (shoelace formula). */
export function signedArea(ring: Position[]): number {
  let twice = 0;
  for (let index = 1; index < ring.length; index++) {
    const [x1 = 0, y1 = 0] = ring[index - 1] as Position;
    const [x2 = 0, y2 = 0] = ring[index] as Position;
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}
