import { describe, expect, it } from 'vitest';
import { frameOf, tilesCovering, zoomHolding } from './projection.ts';

const ariege = [1.35, 42.55, 2.18, 43.1] as const;

describe('a frame', () => {
  const frame = frameOf(ariege, 1000, 10);

  it('holds the bounds with its margin, north up', () => {
    expect(frame.project(1.35, 43.1)).toEqual({ x: 10, y: 10 });
    const { x, y } = frame.project(2.18, 42.55);
    expect(x).toBe(990);
    expect(y).toBeCloseTo(frame.height - 10, 0);
  });
});

describe('tiles', () => {
  it('cover bounds', () => {
    expect(tilesCovering(ariege, 6)).toEqual([{ x: 32, y: 23 }]);
    expect(tilesCovering(ariege, 9).length).toBeGreaterThan(1);
  });

  it('are taken as deep as one of them holds everything', () => {
    const zoom = zoomHolding(ariege, 6, 12);
    expect(tilesCovering(ariege, zoom)).toHaveLength(1);
    expect(tilesCovering(ariege, zoom + 1).length).toBeGreaterThan(1);
  });
});
