import { parse, wcagContrast } from 'culori';
import type { Theme } from './theme.js';

/** WCAG 2.2 AA for text of any size. */
export const MINIMUM_CONTRAST = 4.5;

export interface ThemeProblem {
  field: 'accent' | 'paper' | 'ink';
  kind: 'NOT_A_COLOUR' | 'CONTRAST';
  /** The pair's contrast, for the message. */
  contrast?: number;
}

/** What keeps a theme from being readable: text on paper, and accent on paper (links) or under it (buttons). */
export function themeProblems(theme: Theme): ThemeProblem[] {
  const colours = (['accent', 'paper', 'ink'] as const).filter(
    (field) => !/^#[0-9a-f]{6}$/i.test(theme[field]) || !parse(theme[field]),
  );
  if (colours.length > 0) return colours.map((field) => ({ field, kind: 'NOT_A_COLOUR' }));
  return (['ink', 'accent'] as const).flatMap((field) => {
    const contrast = wcagContrast(theme[field], theme.paper);
    return contrast < MINIMUM_CONTRAST
      ? [{ field, kind: 'CONTRAST' as const, contrast: Math.floor(contrast * 10) / 10 }]
      : [];
  });
}
