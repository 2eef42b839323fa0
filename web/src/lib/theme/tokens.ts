import { ramp, type ThemeColours, tint } from './colours.ts';
import { contrast, textMinimum } from './contrast.ts';

/**
 * Every colour of the site, as CSS custom properties, from the three a territory chose.
 * Text colours are darkened until they are readable on the palest ground they meet.
 */
export function themeTokens({ accent, paper, ink }: ThemeColours): Record<string, string> {
  const wash = tint(paper, accent, 0.07);
  return {
    '--paper': paper,
    '--ink': ink,
    '--accent': accent,
    '--accent-text': readable(accent, ink, wash),
    '--on-accent': contrast(paper, accent) >= textMinimum ? paper : ink,
    '--accent-deep': tint(accent, ink, 0.45),
    '--sky': tint(tint(paper, '#fdebd0', 0.55), '#ffffff', 0.15),
    '--ground': groundOf({ accent, ink }),
    '--muted': readable(tint(paper, ink, 0.62), ink, wash),
    '--wash': wash,
    '--wash-deep': tint(paper, accent, 0.14),
    '--line': tint(paper, ink, 0.14),
    '--line-strong': readable(tint(paper, ink, 0.4), ink, paper, 3),
    '--faded': tint(paper, ink, 0.06),
    ...Object.fromEntries(ramp({ accent, paper, ink }).map((colour, index) => [`--ramp-${index}`, colour])),
  };
}

/** The dark earth at the foot of pages and landscapes: paper-coloured text is set on it. */
export const groundOf = ({ accent, ink }: Pick<ThemeColours, 'accent' | 'ink'>): string =>
  tint(accent, ink, 0.62);

/** The same as a rule for the document's root. */
export function themeRule(colours: ThemeColours): string {
  const declarations = Object.entries(themeTokens(colours)).map(([name, value]) => `${name}:${value}`);
  return `:root{${declarations.join(';')}}`;
}

/** `colour`, moved towards `ink` as little as needed to reach the contrast on `ground`. */
export function readable(colour: string, ink: string, ground: string, minimum = textMinimum): string {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = tint(colour, ink, share);
    if (contrast(candidate, ground) >= minimum) {
      return candidate;
    }
  }
  return ink;
}
