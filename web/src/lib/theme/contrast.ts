import { modeLrgb, modeRgb, useMode, wcagContrast } from 'culori/fn';
import { isColour, type ThemeColours, tint } from './colours.ts';

useMode(modeRgb);
useMode(modeLrgb);

/** WCAG 2.2 AA for text. */
export const textMinimum = 4.5;

export type ContrastCheck = {
  pair: 'inkOnPaper' | 'accentOnPaper' | 'inkOnAccentTint';
  ratio: number;
  passes: boolean;
};

/** The contrast between two colours, from 1 to 21. */
export const contrast = (one: string, other: string): number => wcagContrast(one, other);

/** Every pair in which a theme sets text; all must pass before it is saved. Empty while a colour is unfinished. */
export function contrastChecks({ accent, paper, ink }: ThemeColours): ContrastCheck[] {
  if (![accent, paper, ink].every(isColour)) {
    return [];
  }
  const check = (pair: ContrastCheck['pair'], text: string, ground: string): ContrastCheck => {
    const ratio = contrast(text, ground);
    return { pair, ratio, passes: ratio >= textMinimum };
  };
  return [
    check('inkOnPaper', ink, paper),
    check('accentOnPaper', accent, paper),
    check('inkOnAccentTint', ink, tint(paper, accent, 0.14)),
  ];
}
