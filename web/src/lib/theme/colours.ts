/** The three colours a territory chooses, each as #rrggbb. */
export type ThemeColours = { accent: string; paper: string; ink: string };

/** A colour as a form gives it: # and six hexadecimal digits. */
export const isColour = (value: string): boolean => /^#[0-9a-f]{6}$/i.test(value);

/** Mixes two colours in sRGB, as a translucent layer of `over` on `base` does. */
export function tint(base: string, over: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [low, high] = [base, over].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round(low! + (high! - low!) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** The steps of a choropleth, from few to many; the last go towards the ink so that the most stands out. */
export function ramp({ accent, paper, ink }: ThemeColours): string[] {
  return [
    tint(paper, accent, 0.2),
    tint(paper, accent, 0.42),
    tint(paper, accent, 0.68),
    tint(accent, ink, 0.06),
    tint(accent, ink, 0.5),
  ];
}
