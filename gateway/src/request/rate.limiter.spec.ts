import { expect, it } from 'vitest';
import { RateLimiter } from './rate.limiter.js';

const minute = 60_000;

it('lets each caller make so many requests a minute', () => {
  const limiter = new RateLimiter(2);
  expect([limiter.take('a', 0), limiter.take('a', 0), limiter.take('b', 0)]).toEqual([0, 0, 0]);
  expect(limiter.take('a', 0)).toBe(60);
  expect(limiter.take('a', 45_000)).toBe(15);
});

it('forgets the last minute little by little, so that nobody doubles up at its turn', () => {
  const limiter = new RateLimiter(4);
  for (let i = 0; i < 4; i++) limiter.take('a', minute - 1);
  expect(limiter.take('a', minute)).toBeGreaterThan(0);
  expect(limiter.take('a', minute * 1.5)).toBe(0);
  expect(limiter.take('a', minute * 1.5)).toBe(0);
  expect(limiter.take('a', minute * 1.5)).toBeGreaterThan(0);
});

it('forgets a caller who was away for more than a minute', () => {
  const limiter = new RateLimiter(1);
  limiter.take('a', 0);
  expect(limiter.take('a', minute * 2)).toBe(0);
});
