import { groundOf } from '#lib/theme/tokens.ts';
import { ground } from '../path.ts';
import { type Inks, palette } from './palette.ts';
import { seededRandom } from './random.ts';
import { range, shadows } from './range.ts';
import { hill } from './ridge.ts';
import { forestEdge } from './trees.ts';

const width = 1600;
const height = 260;

/** A line of crests without a sky; at its foot the dark ground of a page's end. */
export const crestsScene = (seed: string, inks: Inks): string => crests(seed, inks, groundOf(inks));

/** The same, down to the paper of the page that begins under it. */
export const slopesScene = (seed: string, inks: Inks): string => crests(seed, inks, inks.paper);

function crests(seed: string, inks: Inks, foot: string): string {
  const random = seededRandom(seed);
  const colour = palette(inks);
  const far = range(random, width, { level: 190, rise: 118, peaks: 5 });
  const middle = hill(random, width, { level: 165, relief: 40, roughness: 0.42, steps: 6 });
  const wood = hill(random, width, { level: 205, relief: 28, roughness: 0.25, steps: 5 });
  const near = hill(random, width, { level: 238, relief: 15, roughness: 0.15, steps: 7 });
  const stops = (from: string, to: string, id: string) =>
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="40" y2="${height}"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMax slice"><defs>${stops(colour.plane(0.08), colour.haze(0.1), 'a')}${stops(colour.plane(0.36), colour.haze(0.36), 'b')}${stops(colour.plane(0.6), colour.plane(0.56), 'c')}<linearGradient id="v" x2="0" y2="1"><stop offset=".1" stop-color="#fff"/><stop offset=".62" stop-color="#000"/></linearGradient><mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="url(#v)"/></mask></defs><path fill="url(#a)" d="${ground(far.crest, width, height)}"/><path fill="${colour.plane(0.2)}" opacity=".5" mask="url(#m)" d="${shadows(random, far, 120)}"/><path fill="url(#b)" d="${ground(forestEdge(random, middle, width, 7), width, height)}"/><path fill="url(#c)" d="${ground(forestEdge(random, wood, width, 10), width, height)}"/><path fill="${foot}" d="${ground(foot === inks.paper ? near : forestEdge(random, near, width, 13), width, height)}"/></svg>`;
}
