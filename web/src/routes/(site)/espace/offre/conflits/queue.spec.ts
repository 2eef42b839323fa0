import { expect, it } from 'vitest';
import { placeIn } from './queue.ts';

const place = (items: string[], asked: string | null) => placeIn(items, (item) => item, asked);

it('shows the one asked for, and the one that follows', () => {
  expect(place(['a', 'b', 'c'], 'b')).toEqual({ current: 'b', next: 'c', index: 1 });
  expect(place(['a', 'b', 'c'], 'c')).toEqual({ current: 'c', next: null, index: 2 });
});

it('starts at the first when nothing, or something settled since, is asked for', () => {
  expect(place(['a', 'b'], null).current).toBe('a');
  expect(place(['a', 'b'], 'z').current).toBe('a');
  expect(place([], 'z')).toEqual({ current: null, next: null, index: 0 });
});
