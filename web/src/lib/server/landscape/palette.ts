import { formatHex, interpolate, oklch } from 'culori';

/** The three colours a territory chooses, as #rrggbb. */
export type Inks = { accent: string; paper: string; ink: string };

/** Every colour of a landscape, all derived from the territory's three. */
export type Palette = {
  skyHigh: string;
  skyLow: string;
  sun: string;
  snow: string;
  /** Whitewashed walls in the low sun. */
  light: string;
  lamp: string;
  paper: string;
  /** The colour of a plane: 0 is the farthest ridge, 1 the ground at one's feet. */
  plane: (nearness: number) => string;
  /** What a plane fades into at its foot, where the haze lies. */
  haze: (nearness: number) => string;
};

/** Warm whites and the yellow of a lit window: the only hues that are not the territory's. */
const glow = { mode: 'oklch', l: 0.94, c: 0.055, h: 72 } as const;
const lamp = { mode: 'oklch', l: 0.84, c: 0.13, h: 78 } as const;

/** Distance lightens and cools; nearness darkens towards the ink. */
export function palette({ accent, paper, ink }: Inks): Palette {
  const base = oklch(accent) ?? { mode: 'oklch', l: 0.5, c: 0, h: 0 };
  const turned = (l: number, c: number, turn: number) =>
    formatHex({ mode: 'oklch', l, c: base.c * c, h: (base.h ?? 0) + turn });
  const depth = interpolate(
    [
      turned(0.87, 0.34, 26),
      turned(0.78, 0.5, 16),
      turned(0.64, 0.72, 8),
      turned(0.5, 0.86, 0),
      turned(0.37, 0.8, -6),
      mix(accent, ink, 0.82),
    ],
    'oklab',
  );
  const plane = (nearness: number) => formatHex(depth(nearness));
  return {
    skyHigh: mix(paper, turned(0.86, 0.4, 30), 0.5),
    skyLow: mix(paper, formatHex(glow), 0.75),
    sun: mix(formatHex(glow), '#ffffff', 0.6),
    snow: mix(paper, '#ffffff', 0.55),
    light: mix(formatHex(glow), '#ffffff', 0.35),
    lamp: formatHex(lamp),
    paper,
    plane,
    haze: (nearness) => mix(plane(nearness), mix(paper, formatHex(glow), 0.45), 0.72 - nearness * 0.45),
  };
}

function mix(from: string, to: string, share: number): string {
  return formatHex(interpolate([from, to], 'oklab')(share));
}
