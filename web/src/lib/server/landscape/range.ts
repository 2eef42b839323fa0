import { closed, type Point } from '../path.ts';
import { between, type Random } from './random.ts';
import { heightAt } from './ridge.ts';

export type RangeShape = {
  /** Where its passes lie on the picture. */
  level: number;
  /** How far its summits rise above the passes. */
  rise: number;
  /** Number of summits. */
  peaks: number;
};

export type Range = { crest: Point[]; summits: Point[] };

/**
 * A range of mountains: pyramids of unequal height whose flanks steepen towards the top,
 * roughened as broken rock is, more on the heights than in the passes.
 */
export function range(random: Random, width: number, shape: RangeShape): Range {
  const span = width / shape.peaks;
  const peaks = Array.from({ length: shape.peaks + 2 }, (_, index) => ({
    x: (index - 0.5) * span + between(random, -0.36, 0.36) * span,
    rise: shape.rise * between(random, 0.42, 1),
    left: span * between(random, 0.7, 1.25),
    right: span * between(random, 0.7, 1.25),
  }));
  const count = 150;
  const jitter = rough(random, count + 1);
  const crest = Array.from({ length: count + 1 }, (_, index) => {
    const x = (index / count) * width;
    const rise = Math.max(
      ...peaks.map((peak) => peak.rise * flank((x - peak.x) / (x < peak.x ? peak.left : peak.right))),
    );
    return { x, y: shape.level - rise - jitter[index]! * (0.07 * shape.rise + rise * 0.11) };
  });
  const summits = crest.filter((point, index) =>
    crest.slice(Math.max(0, index - 5), index + 6).every((other) => other.y >= point.y),
  );
  return { crest, summits: summits.filter((summit) => shape.level - summit.y > shape.rise * 0.35) };
}

const flank = (distance: number) => Math.max(0, 1 - Math.abs(distance)) ** 1.25;

/** Noise of two lengths, between -1 and 1. */
function rough(random: Random, count: number): number[] {
  let drift = 0;
  return Array.from({ length: count }, () => {
    drift = drift * 0.55 + between(random, -0.6, 0.6);
    return drift + between(random, -0.25, 0.25);
  });
}

/**
 * The sides away from the sun, which stands on the right: from each summit a spur wanders
 * down and everything between it and the crest on its left lies in shadow.
 */
export function shadows(random: Random, { crest, summits }: Range, drop: number): string {
  return summits
    .map((summit) => {
      const depth = drop * between(random, 0.8, 1.25);
      const lee = crest.filter((point) => point.x <= summit.x && point.x > summit.x - depth * 0.85).reverse();
      const spur = wander(random, summit, {
        x: summit.x + between(random, -0.1, 0.35) * depth,
        y: summit.y + depth,
      });
      const foot = lee.at(-1) ?? summit;
      return closed([...spur.reverse(), ...lee, { x: foot.x - depth * 0.15, y: foot.y + depth * 0.5 }]);
    })
    .join('');
}

/** Snow under the summits on their sunny side, running down the gullies in a few long tongues. */
export function snow(random: Random, { crest, summits }: Range, depth: number): string {
  return summits
    .map((summit) => {
      const sunny = crest.filter((point) => point.x >= summit.x && point.x < summit.x + depth * 1.25);
      const last = sunny.length - 1;
      const lower = sunny.flatMap((point, index) => {
        if (index % 3 === 2 || index === last) {
          return [];
        }
        const share = index % 3 === 0 ? between(random, 0.12, 0.3) : between(random, 0.55, 1);
        const x = point.x + depth * 0.1;
        const y = point.y + depth * (1 - index / sunny.length) * share;
        // Never beyond the slope it lies on.
        return [{ x, y: Math.max(y, heightAt(crest, x)) }];
      });
      return closed([...sunny, ...lower.reverse()]);
    })
    .join('');
}

function wander(random: Random, from: Point, to: Point): Point[] {
  const steps = 8;
  return Array.from({ length: steps + 1 }, (_, index) => {
    const progress = index / steps;
    const sway = index === 0 ? 0 : between(random, -1, 1) * (4 + progress * 9);
    return { x: from.x + (to.x - from.x) * progress + sway, y: from.y + (to.y - from.y) * progress };
  });
}
