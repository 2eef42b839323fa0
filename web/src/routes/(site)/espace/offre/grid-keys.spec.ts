import { expect, it } from 'vitest';
import { moved } from './grid-keys.ts';

const size = { rows: 113, columns: 9 };
const from = (key: string, row: number, column: number, control = false) => {
  const to = moved(key, control, { row, column }, size);
  return to && [to.row, to.column];
};

it('walks through the cells and stops at the edges', () => {
  expect(from('ArrowDown', 3, 4)).toEqual([4, 4]);
  expect(from('ArrowLeft', 3, 0)).toEqual([3, 0]);
  expect(from('ArrowUp', 0, 2)).toEqual([0, 2]);
  expect(from('PageDown', 108, 2)).toEqual([112, 2]);
});

it('goes to the ends of a row, and of the grid', () => {
  expect(from('Home', 50, 4)).toEqual([50, 0]);
  expect(from('End', 50, 4)).toEqual([50, 8]);
  expect(from('Home', 50, 4, true)).toEqual([0, 0]);
  expect(from('End', 50, 4, true)).toEqual([112, 8]);
});

it('leaves other keys to the browser', () => {
  expect(from('Tab', 1, 1)).toBeNull();
  expect(from('Enter', 1, 1)).toBeNull();
});
