import { expect, it } from 'vitest';
import { publishCells } from './children-arrived.queries.js';

const shown = (counts: number[]) =>
  publishCells(
    counts.map((children, index) => ({
      communeCode: `0900${index}`,
      year: 2025,
      children,
      demonstration: false,
    })),
  ).map(({ children }) => children);

it('shows from five up, and nothing told apart below', () => {
  expect(shown([5, 12, 4, 0, 1])).toEqual([null, 12, null, null, null]);
  expect(shown([0, 0])).toEqual([null, null]);
});

it('lets nobody subtract: a small cell that stands alone takes another one with it', () => {
  expect(shown([3, 9, 20])).toEqual([null, null, 20]);
  expect(shown([3, 0, 9])).toEqual([null, null, null]);
  expect(shown([3])).toEqual([null]);
  // The negative control: where all are large, all show.
  expect(shown([9, 20])).toEqual([9, 20]);
});
