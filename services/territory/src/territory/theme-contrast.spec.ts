import { expect, it } from 'vitest';
import { DEFAULT_THEME } from './theme.js';
import { themeProblems } from './theme-contrast.js';

it('accepts the theme that territories start with', () => {
  expect(themeProblems(DEFAULT_THEME)).toEqual([]);
});

it('names the colour that cannot be read on the paper, and its contrast', () => {
  expect(themeProblems({ accent: '#f2c94c', paper: '#ffffff', ink: '#222222' })).toEqual([
    { field: 'accent', kind: 'CONTRAST', contrast: 1.5 },
  ]);
});

it.each(['red', '#12345', '#12345g', 'url(x)', ''])('refuses %o as a colour', (accent) => {
  expect(themeProblems({ ...DEFAULT_THEME, accent })).toEqual([{ field: 'accent', kind: 'NOT_A_COLOUR' }]);
});
