import { expect, it } from 'vitest';
import { outlineOf } from './tile-outline.ts';

const asIs = (x: number, y: number) => ({ x, y });

it('draws the limits of a surface but not the cut that its tile made', () => {
  const cutOnTheRight = [
    { x: 10, y: 10 },
    { x: 110, y: 10 },
    { x: 110, y: 20 },
    { x: 10, y: 20 },
    { x: 10, y: 10 },
  ];
  const { fill, line } = outlineOf([cutOnTheRight], 100, asIs);
  expect(fill).toBe('M10 10l100 0 0 10 -100 0 0 -10z');
  expect(line).toBe('M10 10l100 0M110 20l-100 0 0 -10');
});
