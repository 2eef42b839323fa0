import { Delaunay } from 'd3-delaunay';
import type { Polygon, Position } from 'geojson';
import { type Geom, intersection } from 'polyclip-ts';

export interface CentredCommune {
  code: string;
  longitude: number;
  latitude: number;
}

/** Where a cell has no neighbour (the coast, a border) it must end somewhere: at this many kilometres of the centre. */
const REACH_KILOMETRES = 7;
const DISC_CORNERS = 40;
const KILOMETRES_PER_DEGREE = 111.32;

/**
 * Draws each wanted commune as what is nearer to its centre than to any other's. `all` holds the neighbours too,
 * beyond the territory, so that cells end where the next commune begins.
 */
export function drawCells(all: readonly CentredCommune[], wanted: ReadonlySet<string>): Map<string, Polygon> {
  const inside = all.filter(({ code }) => wanted.has(code));
  const middle = inside.reduce((sum, { latitude }) => sum + latitude, 0) / Math.max(1, inside.length);
  // One degree of longitude is shorter than one of latitude; distances are compared in kilometres.
  const scaleX = KILOMETRES_PER_DEGREE * Math.cos((middle * Math.PI) / 180);
  const project = ({ longitude, latitude }: CentredCommune): [number, number] => [
    longitude * scaleX,
    latitude * KILOMETRES_PER_DEGREE,
  ];
  const unproject = ([x, y]: number[]): Position => [
    round((x as number) / scaleX),
    round((y as number) / KILOMETRES_PER_DEGREE),
  ];

  const points = all.map(project);
  const voronoi = Delaunay.from(points).voronoi(boxAround(inside.map(project)));
  const cells = new Map<string, Polygon>();
  all.forEach(({ code }, index) => {
    if (!wanted.has(code)) return;
    const cell = voronoi.cellPolygon(index) as [number, number][] | null;
    const ring = cell
      ? within(cell, points[index] as [number, number])
      : discAround(points[index] as [number, number]);
    cells.set(code, { type: 'Polygon', coordinates: [ring.map(unproject)] });
  });
  return cells;
}

function within(cell: [number, number][], centre: [number, number]): number[][] {
  const far = cell.some(([x, y]) => Math.hypot(x - centre[0], y - centre[1]) > REACH_KILOMETRES);
  if (!far) return cell;
  const [polygon] = intersection([cell] as Geom, [discAround(centre)] as Geom);
  return polygon?.[0] ?? cell;
}

function discAround([x, y]: [number, number]): [number, number][] {
  const corners = Array.from({ length: DISC_CORNERS }, (_, corner): [number, number] => {
    const angle = (corner / DISC_CORNERS) * 2 * Math.PI;
    return [x + REACH_KILOMETRES * Math.cos(angle), y + REACH_KILOMETRES * Math.sin(angle)];
  });
  return [...corners, corners[0] as [number, number]];
}

function boxAround(points: [number, number][]): [number, number, number, number] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const margin = 2 * REACH_KILOMETRES;
  return [
    Math.min(...xs) - margin,
    Math.min(...ys) - margin,
    Math.max(...xs) + margin,
    Math.max(...ys) + margin,
  ];
}

/** Five decimals are one metre. */
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
