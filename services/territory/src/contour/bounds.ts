import type { MultiPolygon, Polygon, Position } from 'geojson';

/** West, south, east, north in degrees (WGS 84). */
export type Bounds = [west: number, south: number, east: number, north: number];

export function boundsOf(geometry: Polygon | MultiPolygon): Bounds {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return boundsOfPoints(polygons.flatMap((rings) => rings[0] ?? []));
}

export function boundsOfPoints(points: Position[]): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of points as [number, number][]) {
    bounds[0] = Math.min(bounds[0], longitude);
    bounds[1] = Math.min(bounds[1], latitude);
    bounds[2] = Math.max(bounds[2], longitude);
    bounds[3] = Math.max(bounds[3], latitude);
  }
  return bounds;
}
