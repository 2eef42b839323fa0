import { describe, expect, it } from 'vitest';
import { roundBreaks } from './classes.ts';

describe('the steps of a choropleth', () => {
  it('part at numbers one can say', () => {
    expect(roundBreaks([12, 37, 58, 81, 104, 149, 213, 388, 912, 9500])).toEqual([60, 100, 200, 900]);
  });

  it('are fewer where values repeat', () => {
    expect(roundBreaks([10, 10, 10, 10, 10])).toEqual([10]);
    expect(roundBreaks([])).toEqual([]);
  });
});
