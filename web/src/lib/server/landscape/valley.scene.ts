import { ground } from '../path.ts';
import { type Inks, palette } from './palette.ts';
import { between, seededRandom } from './random.ts';
import { range, shadows, snow } from './range.ts';
import { heightAt, hill } from './ridge.ts';
import { copses, forestEdge, poplar } from './trees.ts';
import { village } from './village.ts';

const width = 1600;
const height = 1000;

/** Far to near; `nearness` says how deep in the haze a plane stands. */
const ranges = [
  { level: 510, rise: 190, peaks: 5, nearness: 0.02, shade: 0.55, snow: 78 },
  { level: 580, rise: 165, peaks: 4, nearness: 0.19, shade: 0.5, snow: 46 },
] as const;
const woods = [
  { level: 620, relief: 66, roughness: 0.42, steps: 6, nearness: 0.36, firs: 7 },
  { level: 690, relief: 62, roughness: 0.22, steps: 5, nearness: 0.53, firs: 11 },
  { level: 770, relief: 46, roughness: 0.12, steps: 5, nearness: 0.68, firs: 15 },
] as const;

/** A valley at first light, for the head of a territory's site: ranges, woods, a lit village. */
export function valleyScene(seed: string, inks: Inks): string {
  const random = seededRandom(seed);
  const colour = palette(inks);
  const fades: string[] = [];
  const fade = (nearness: number, top: number, bottom: number) => {
    fades.push(
      `<linearGradient id="f${fades.length}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${top}" y2="${bottom}"><stop stop-color="${colour.plane(nearness)}"/><stop offset="1" stop-color="${colour.haze(nearness)}"/></linearGradient>`,
    );
    return `url(#f${fades.length - 1})`;
  };
  const sunX = between(random, 1060, 1240);
  const planes: string[] = [];

  ranges.forEach((plane) => {
    const drawn = range(random, width, plane);
    planes.push(
      `<path fill="${fade(plane.nearness, plane.level - plane.rise, plane.level + 130)}" d="${ground(drawn.crest, width, height)}"/>`,
      `<path fill="${colour.plane(plane.nearness + 0.14)}" opacity="${plane.shade}" mask="url(#m)" d="${shadows(random, drawn, plane.rise * 1.05)}"/>`,
      `<path fill="${colour.snow}" opacity=".8" d="${snow(random, drawn, plane.snow)}"/>`,
    );
  });
  woods.forEach((wood) => {
    const crest = hill(random, width, wood);
    planes.push(
      `<path fill="${fade(wood.nearness, wood.level - wood.relief, wood.level + 150)}" d="${ground(forestEdge(random, crest, width, wood.firs), width, height)}"/>`,
    );
  });

  const meadow = hill(random, width, { level: 848, relief: 26, roughness: 0.05, steps: 4 });
  const centre = between(random, 930, 1120);
  const homes = village(random, meadow, centre, 1.7, 9);
  const river = Array.from({ length: 7 }, (_, index) => {
    const x = centre - 210 + index * 15 + between(random, -4, 4);
    return poplar({ x, y: heightAt(meadow, x) + 8 }, between(random, 34, 66));
  });
  planes.push(
    `<path fill="${colour.plane(0.74)}" d="${river.join('')}"/>`,
    `<path fill="${colour.light}" d="${homes.walls}"/><path fill="${colour.plane(0.7)}" d="${homes.shade}"/><path fill="${colour.plane(0.88)}" d="${homes.roofs}"/><path fill="${colour.lamp}" d="${homes.windows}"/>`,
    `<path fill="${fade(0.46, 830, 960)}" d="${ground(meadow, width, height)}"/>`,
    `<path fill="${colour.plane(0.66)}" d="${copses(random, meadow, 11, 9)}"/>`,
  );
  const lane = hill(random, width, { level: 900, relief: 24, roughness: 0.05, steps: 4 });
  planes.push(
    `<path fill="${fade(0.6, 880, 1000)}" d="${ground(lane, width, height)}"/>`,
    `<path fill="${colour.plane(0.8)}" d="${copses(random, lane, 9, 13)}"/>`,
  );
  const near = hill(random, width, { level: 945, relief: 26, roughness: 0.12, steps: 5 });
  const page = hill(random, width, { level: 984, relief: 13, roughness: 0.02, steps: 7 });
  planes.push(
    `<path fill="${fade(0.86, 905, 1030)}" d="${ground(forestEdge(random, near, width, 24), width, height)}"/>`,
    // The last slope has the colour of the page, which begins there.
    `<path fill="${colour.paper}" d="${ground(page, width, height)}"/>`,
  );

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMax slice"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${colour.skyHigh}"/><stop offset=".46" stop-color="${colour.skyLow}"/></linearGradient><radialGradient id="g"><stop stop-color="${colour.sun}"/><stop offset=".16" stop-color="${colour.sun}" stop-opacity=".7"/><stop offset="1" stop-color="${colour.sun}" stop-opacity="0"/></radialGradient><linearGradient id="v" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="330" y2="600"><stop stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient><mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="url(#v)"/></mask>${fades.join('')}</defs><rect width="${width}" height="${height}" fill="url(#s)"/><circle cx="${Math.round(sunX)}" cy="330" r="340" fill="url(#g)"/>${planes.join('')}</svg>`;
}
