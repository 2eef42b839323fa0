import type { Point } from '../path.ts';
import { between, type Random } from './random.ts';
import { heightAt } from './ridge.ts';

/** Shapes of a village in three tones: walls in light, roofs and walls in shade, lit windows. */
export type Village = { walls: string; shade: string; roofs: string; windows: string };

/** A hamlet on its crest around `centre`, with the bell-gable of the Pyrenean churches. */
export function village(
  random: Random,
  crest: Point[],
  centre: number,
  scale: number,
  houses: number,
): Village {
  const drawn: Village = { walls: '', shade: '', roofs: '', windows: '' };
  const spread = houses * 13 * scale;
  const places = Array.from(
    { length: houses },
    (_, index) => centre - spread / 2 + (index / (houses - 1)) * spread,
  );
  for (const place of places) {
    const x = place + between(random, -4, 4) * scale;
    house(
      random,
      drawn,
      { x, y: heightAt(crest, x) + between(random, -3, 3) * scale },
      scale * between(random, 0.8, 1.15),
    );
  }
  const church = centre + spread * between(random, -0.12, 0.12);
  bellGable(drawn, { x: church, y: heightAt(crest, church) }, scale);
  return drawn;
}

function house(random: Random, drawn: Village, foot: Point, scale: number): void {
  const width = between(random, 15, 22) * scale;
  const wall = between(random, 9, 14) * scale;
  const roof = between(random, 6, 8) * scale;
  const gable = width * 0.42;
  const [x, y] = [round(foot.x), round(foot.y)];
  drawn.walls += `M${x} ${y}v${-round(wall)}h${round(width)}v${round(wall)}z`;
  drawn.shade += `M${x} ${y}v${-round(wall)}l${-round(gable / 2)} ${-round(roof)}l${-round(gable / 2)} ${round(roof)}v${round(wall)}z`;
  drawn.roofs += `M${round(x + 1)} ${round(y - wall + 1)}l${-round(gable / 2 + 1)} ${-round(roof + 1)}h${round(width)}l${round(gable / 2 + 2)} ${round(roof + 1)}z`;
  for (let window = 0; window < 2; window++) {
    if (random() < 0.6) {
      const at = x + width * (0.25 + window * 0.4);
      drawn.windows += `M${round(at)} ${round(y - wall * 0.66)}h${round(2.2 * scale)}v${round(3.4 * scale)}h${-round(2.2 * scale)}z`;
    }
  }
}

/** Clocher-mur: a tall wall ending in a gable, pierced by two arches where the bells hang. */
function bellGable(drawn: Village, foot: Point, scale: number): void {
  const unit = (value: number) => round(value * scale);
  const [x, y] = [round(foot.x), round(foot.y)];
  drawn.walls += `M${x} ${y}v${-unit(18)}h${unit(30)}v${unit(18)}z`;
  drawn.roofs += `M${x - unit(1)} ${y - unit(17)}l${unit(4)} ${-unit(8)}h${unit(26)}l${unit(3)} ${unit(8)}z`;
  const arch = (at: number) =>
    `M${x + unit(at)} ${y - unit(32)}v${-unit(4)}a${unit(1.5)} ${unit(1.5)} 0 0 1 ${unit(3)} 0v${unit(4)}z`;
  drawn.walls += `M${x - unit(12)} ${y + unit(2)}v${-unit(40)}l${unit(7)} ${-unit(9)}l${unit(7)} ${unit(9)}v${unit(40)}z`;
  drawn.shade += arch(-9.6) + arch(-3.6);
}

const round = (value: number) => Math.round(value * 10) / 10;
