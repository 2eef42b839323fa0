import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Beyond this many points an outline is drawn on a coarser grid. */
const DETAILED = 4000;
/** Degrees; about one metre and ten. Neighbours share the points of a grid, so that their borders stay one. */
const FINE = 1e5;
const COARSE = 1e4;
const MOST_POINTS = 2_000_000;

/**
 * An outline as it is stored: in two dimensions, its rings closed, on a grid of a metre, or of ten where it is detailed.
 * @returns what is wrong with it, when it is no outline in degrees
 */
export function checkGeometry(geometry: unknown): Polygon | MultiPolygon | string {
  const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: unknown };
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(coordinates))
    return 'it has no outline (a polygon is expected)';
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Position[][][];
  const points = polygons.reduce(
    (sum, rings) =>
      sum + (Array.isArray(rings) ? rings.reduce((count, ring) => count + (ring?.length ?? 0), 0) : 0),
    0,
  );
  if (points > MOST_POINTS) return `its outline has ${points} points`;
  const grid = points > DETAILED ? COARSE : FINE;
  const checked: Position[][][] = [];
  for (const rings of polygons) {
    if (!Array.isArray(rings) || rings.length === 0) return 'a polygon of its outline is empty';
    const kept: Position[][] = [];
    for (const [place, ring] of rings.entries()) {
      const problem = problemOf(ring);
      if (problem) return problem;
      const snapped = snap(ring, grid);
      // An islet, or a hole, smaller than the grid is not drawn.
      if (snapped.length >= 4) kept.push(snapped);
      else if (place === 0) break;
    }
    if (kept.length > 0) checked.push(kept);
  }
  const [only] = checked;
  if (!only) return 'its outline encloses nothing';
  return checked.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: checked };
}

function problemOf(ring: unknown): string | null {
  if (!Array.isArray(ring) || ring.length < 4) return 'a ring of its outline has fewer than four points';
  for (const point of ring as unknown[]) {
    const [longitude, latitude] = Array.isArray(point) ? (point as number[]) : [];
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude))
      return 'a point of its outline is no point';
    if (Math.abs(longitude as number) > 180 || Math.abs(latitude as number) > 90)
      return 'its outline is not in degrees (WGS 84)';
  }
  const first = ring[0] as number[];
  const last = ring.at(-1) as number[];
  return first[0] === last[0] && first[1] === last[1] ? null : 'a ring of its outline is not closed';
}

function snap(ring: readonly Position[], grid: number): Position[] {
  const points: Position[] = [];
  for (const [longitude = 0, latitude = 0] of ring) {
    const point = [Math.round(longitude * grid) / grid, Math.round(latitude * grid) / grid];
    const former = points.at(-1);
    if (!former || former[0] !== point[0] || former[1] !== point[1]) points.push(point);
  }
  return points;
}
