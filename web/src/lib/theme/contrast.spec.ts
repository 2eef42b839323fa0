import { describe, expect, it } from 'vitest';
import { tint } from './colours.ts';
import { contrast, contrastChecks } from './contrast.ts';
import { themeRule, themeTokens } from './tokens.ts';

const foix = { accent: '#1f6650', paper: '#fbf8f2', ink: '#22291f' };

describe('a theme', () => {
  it('is measured as WCAG says', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('passes when every text can be read', () => {
    expect(contrastChecks(foix).every(({ passes }) => passes)).toBe(true);
  });

  it('fails on the pair that cannot be read', () => {
    const failing = contrastChecks({ ...foix, accent: '#9fd8c0' }).filter(({ passes }) => !passes);
    expect(failing.map(({ pair }) => pair)).toEqual(['accentOnPaper']);
  });

  it('says nothing of a colour that is not finished', () => {
    expect(contrastChecks({ ...foix, ink: '#22' })).toEqual([]);
  });
});

describe('the colours of the site', () => {
  it('are readable wherever text meets a ground, even for a pale accent', () => {
    for (const theme of [foix, { accent: '#d9a441', paper: '#ffffff', ink: '#111111' }]) {
      const tokens = themeTokens(theme);
      for (const text of ['--ink', '--accent-text', '--muted'] as const) {
        for (const ground of ['--paper', '--wash'] as const) {
          expect(contrast(tokens[text]!, tokens[ground]!), `${text} on ${ground}`).toBeGreaterThanOrEqual(
            4.5,
          );
        }
      }
      expect(contrast(tokens['--on-accent']!, theme.accent)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tokens['--line-strong']!, theme.paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(theme.paper, tokens['--ground']!)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('are written as one rule', () => {
    expect(themeRule(foix)).toMatch(/^:root\{--paper:#fbf8f2;/);
  });

  it('mix as a translucent layer does', () => {
    expect(tint('#000000', '#ffffff', 0.5)).toBe('#808080');
  });
});
