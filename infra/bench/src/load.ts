import autocannon from 'autocannon';
import { processorSeconds } from './process.js';

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
  /** Ids of the processes whose processor time counts; asked when the load starts and ends. */
  processes: () => number[];
  seconds: number;
}

export const CONCURRENCY = 16;

/** Sends requests for some seconds over 16 connections; fails when any of them is not answered with 2xx. */
export async function measure({ url, requests, processes, seconds }: Load): Promise<Measure> {
  const before = new Map(processes().map((pid) => [pid, processorSeconds(pid)]));
  const result = await autocannon({ url, connections: CONCURRENCY, duration: seconds, requests });
  const used = processes().reduce((sum, pid) => sum + processorSeconds(pid) - (before.get(pid) ?? 0), 0);
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
