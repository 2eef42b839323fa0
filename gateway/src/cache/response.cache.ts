import { LRUCache } from 'lru-cache';

/** A whole answer, as it goes onto the wire. */
export type StoredResponse = {
  /** Version of the data that it was computed from. */
  version: number;
  etag: string;
  bytes: Buffer;
  /** Names and values in turn, as `response.writeHead` takes them fastest. */
  headers: string[];
};

/** What one entry weighs besides its bytes and key: headers, bookkeeping. */
const OVERHEAD_BYTES = 1_024;

/**
 * Public answers, kept as their final bytes. An entry holds for one version of the data it was computed from; the
 * version is taken before computing, so a change that happens meanwhile makes the entry stale from birth rather than
 * wrong for as long as nothing else changes. Some answers change by themselves, as sessions pass and days end: no
 * entry outlives the given age.
 */
export class ResponseCache {
  private readonly responses: LRUCache<string, StoredResponse> | undefined;

  /**
   * @param bytes how much memory the answers may take; 0 keeps none
   * @param seconds how long an answer may be given again, though nothing was written
   */
  constructor(bytes: number, seconds: number, clock: { now(): number } = performance) {
    if (bytes === 0) return;
    this.responses = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.ceil(bytes / 8),
      sizeCalculation: (response, key) => response.bytes.length + key.length + OVERHEAD_BYTES,
      ttl: seconds * 1000,
      // Its own cache of the clock would cost a timer each millisecond.
      ttlResolution: 0,
      perf: clock,
    });
  }

  /** The answer kept under a key, if the data still has the version it was computed from. */
  get(key: string, version: number): StoredResponse | undefined {
    const response = this.responses?.get(key);
    if (response === undefined || response.version === version) return response;
    this.responses?.delete(key);
    return undefined;
  }

  set(key: string, response: StoredResponse): void {
    this.responses?.set(key, response);
  }
}
