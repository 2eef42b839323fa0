import type { Point } from '../path.ts';
import { between, type Random } from './random.ts';
import { heightAt } from './ridge.ts';

/** A forest edge: the crest itself, serrated by the tips of firs in stands that thin out. */
export function forestEdge(random: Random, crest: Point[], width: number, size: number): Point[] {
  const edge: Point[] = [];
  let stand = random();
  for (let x = 0; x <= width; ) {
    stand = Math.min(1, Math.max(0, stand + between(random, -0.25, 0.25)));
    const tip = size * between(random, 0.3, 1) * stand;
    const half = size * between(random, 0.13, 0.28);
    edge.push({ x, y: heightAt(crest, x) }, { x: x + half, y: heightAt(crest, x + half) - tip });
    x += half * 2;
  }
  edge.push({ x: width, y: heightAt(crest, width) });
  return edge;
}

/** Clumps of round trees along a slope, as hedges and copses stand in pastures. */
export function copses(random: Random, crest: Point[], count: number, size: number): string {
  const width = crest.at(-1)!.x;
  return Array.from({ length: count }, (_, index) => {
    const start = ((index + between(random, 0.1, 0.9)) / count) * width;
    return clump(random, crest, start, size * between(random, 0.6, 1.15), Math.ceil(random() ** 2 * 8));
  }).join('');
}

function clump(random: Random, crest: Point[], start: number, size: number, crowns: number): string {
  let x = start;
  let drawn = '';
  for (let crown = 0; crown < crowns; crown++) {
    const radius = size * between(random, 0.45, 1);
    const y = heightAt(crest, x) - radius * 0.62;
    const [left, side] = [round(x - radius), round(radius)];
    drawn += `M${left} ${round(y)}a${side} ${round(radius * 1.08)} 0 1 1 ${round(radius * 2)} 0q${-round(radius * 0.2)} ${side} ${-side} ${side}t${-side} ${-side}z`;
    x += radius * between(random, 0.8, 1.7);
  }
  return drawn;
}

/** A poplar, slender, of those that line rivers. */
export function poplar(foot: Point, size: number): string {
  const half = size * 0.12;
  const curve = [-half * 1.9, -size * 0.3, -half, -size * 0.8, 0, -size].map(round).join(' ');
  const back = [half, size * 0.2, half * 1.9, size * 0.7, 0, size].map(round).join(' ');
  return `M${round(foot.x)} ${round(foot.y)}c${curve}c${back}z`;
}

const round = (value: number) => Math.round(value * 10) / 10;
