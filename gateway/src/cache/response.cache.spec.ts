import { describe, expect, it } from 'vitest';
import { ResponseCache } from './response.cache.js';

const response = (version: number, size = 10) => ({
  version,
  etag: `"${version}"`,
  bytes: Buffer.alloc(size),
  headers: [],
});

describe('the cache', () => {
  it('gives an answer for the version it was computed from, and no other', () => {
    const cache = new ResponseCache(1_000_000, 60);
    cache.set('page', response(3));
    expect(cache.get('page', 3)?.etag).toBe('"3"');
    expect(cache.get('page', 4)).toBeUndefined();
    expect(cache.get('page', 3)).toBeUndefined();
  });

  it('gives none past its age, though nothing was written', () => {
    let now = 1;
    const cache = new ResponseCache(1_000_000, 60, { now: () => now });
    cache.set('page', response(1));
    now = 60_000;
    expect(cache.get('page', 1)).toBeDefined();
    now = 60_002;
    expect(cache.get('page', 1)).toBeUndefined();
  });

  it('stays within its memory, and keeps no answer that would fill it alone', () => {
    const cache = new ResponseCache(100_000, 60);
    for (let i = 0; i < 100; i++) cache.set(`page ${i}`, response(1, 4_000));
    expect(cache.get('page 0', 1)).toBeUndefined();
    expect(cache.get('page 99', 1)).toBeDefined();
    cache.set('large', response(1, 50_000));
    expect(cache.get('large', 1)).toBeUndefined();
  });

  it('of no size keeps nothing', () => {
    const cache = new ResponseCache(0, 60);
    cache.set('page', response(1));
    expect(cache.get('page', 1)).toBeUndefined();
  });
});
