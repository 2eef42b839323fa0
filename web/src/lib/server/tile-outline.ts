import { closed, open, type Point } from './path.ts';

/** A commune as path data: its surface, and its limits without the cuts that tiles make. */
export type Outline = { fill: string; line: string };

/**
 * A feature's rings, placed by `place`. A tile cuts what crosses its edge a little beyond it;
 * those cuts belong to the surface (the pieces overlap without a seam) but are no limit to draw.
 */
export function outlineOf(rings: Point[][], extent: number, place: (x: number, y: number) => Point): Outline {
  const outline: Outline = { fill: '', line: '' };
  for (const ring of rings) {
    const placed = ring.map(({ x, y }) => place(x, y));
    outline.fill += closed(placed);
    let run: Point[] = [placed[0]!];
    for (let index = 1; index < ring.length; index++) {
      if (beyond(ring[index - 1]!, ring[index]!, extent)) {
        outline.line += run.length > 1 ? open(run) : '';
        run = [];
      }
      run.push(placed[index]!);
    }
    outline.line += run.length > 1 ? open(run) : '';
  }
  return outline;
}

/** Both ends outside the tile, on the same side. */
function beyond(one: Point, other: Point, extent: number): boolean {
  return (
    (one.x < 0 && other.x < 0) ||
    (one.y < 0 && other.y < 0) ||
    (one.x > extent && other.x > extent) ||
    (one.y > extent && other.y > extent)
  );
}
