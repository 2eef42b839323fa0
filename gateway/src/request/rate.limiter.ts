import { LRUCache } from 'lru-cache';

type Tally = { window: number; current: number; previous: number };

/** Addresses remembered at once; the least recently seen is forgotten first, so memory stays bounded. */
const REMEMBERED = 100_000;

/**
 * Counts requests per caller over a sliding minute: the last minute's tally fades as the present one fills. It lives
 * in this process, so with several replicas a caller may get as many times the limit.
 */
export class RateLimiter {
  private readonly tallies = new LRUCache<string, Tally>({ max: REMEMBERED });

  constructor(
    private readonly limit: number,
    private readonly windowMs = 60_000,
  ) {}

  /** Counts one request. Returns 0 when it is within the limit, else the seconds to wait. */
  take(caller: string, now = Date.now()): number {
    const window = Math.floor(now / this.windowMs);
    const tally = this.tallyOf(caller, window);
    if (tally.window !== window) {
      tally.previous = tally.window === window - 1 ? tally.current : 0;
      tally.current = 0;
      tally.window = window;
    }
    const elapsed = (now % this.windowMs) / this.windowMs;
    if (tally.current + tally.previous * (1 - elapsed) >= this.limit) {
      return Math.max(1, Math.ceil(((1 - elapsed) * this.windowMs) / 1000));
    }
    tally.current += 1;
    return 0;
  }

  private tallyOf(caller: string, window: number): Tally {
    const known = this.tallies.get(caller);
    if (known) return known;
    const tally = { window, current: 0, previous: 0 };
    this.tallies.set(caller, tally);
    return tally;
  }
}
