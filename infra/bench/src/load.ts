import autocannon from 'autocannon';

export interface Measure {
  perSecond: number;
  p50: number;
  p99: number;
  /** Processor time of the processes that answered, in milliseconds per request. */
  processor: number;
}

export interface Load {
  url: string;
  requests: autocannon.Request[];
  /** Processor time, in seconds, that the processes which answer have used until now. */
  processor: () => number;
  seconds: number;
  /** Threads that send: more than one where a server answers faster than one thread can ask. */
  senders?: number;
}

export const CONCURRENCY = 16;

/** Sends requests for some seconds over 16 connections; fails when any of them is not answered with 2xx. */
export async function measure({ url, requests, processor, seconds, senders }: Load): Promise<Measure> {
  const before = processor();
  const result = await autocannon({
    url,
    connections: CONCURRENCY,
    duration: seconds,
    requests,
    workers: senders,
  });
  const used = processor() - before;
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    processor: (used / result.requests.total) * 1000,
  };
}

/** The measure with the median throughput. */
export function medianOf(measures: Measure[]): Measure {
  const sorted = [...measures].sort((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] as Measure;
}
