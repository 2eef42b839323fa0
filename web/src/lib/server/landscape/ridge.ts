import type { Point } from '../path.ts';
import { between, type Random } from './random.ts';

export type HillShape = {
  /** Mean height of the crest on the picture. */
  level: number;
  /** Largest distance from that mean. */
  relief: number;
  /** 0 gives rolling hills, 1 gives torn granite. */
  roughness: number;
  /** How many halvings: 2^steps segments. */
  steps: number;
};

/** The crest of a hill across the picture, drawn by midpoint displacement. */
export function hill(random: Random, width: number, shape: HillShape): Point[] {
  const count = 2 ** shape.steps;
  const heights = new Float64Array(count + 1);
  const first = 4;
  for (let index = 0; index <= first; index++) {
    heights[(index * count) / first] = between(random, -1, 1);
  }
  let amplitude = 0.75;
  for (let step = count / first; step > 1; step /= 2) {
    for (let start = 0; start < count; start += step) {
      const middle = (heights[start]! + heights[start + step]!) / 2;
      heights[start + step / 2] = middle + between(random, -amplitude, amplitude);
    }
    amplitude *= 0.36 + shape.roughness * 0.2;
  }
  return Array.from(heights, (height, index) => ({
    x: (index / count) * width,
    y: shape.level - height * shape.relief,
  }));
}

/** The crest at `x`, between its two nearest points. */
export function heightAt(crest: Point[], x: number): number {
  const after = crest.findIndex((point) => point.x > x);
  const index = Math.min(crest.length - 2, Math.max(0, (after < 0 ? crest.length : after) - 1));
  const [left, right] = [crest[index]!, crest[index + 1]!];
  return left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x || 1);
}
