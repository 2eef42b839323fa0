import { workingDaysBetween } from '@ancrage/working-days';
import type { NetworkOfferNode } from './network-actor.js';
import type { NetworkExchangeNode, Responsiveness } from './network-record.js';

/** What is known of an exchange before it is judged. */
export type PlainExchange = Omit<NetworkExchangeNode, 'workingDays' | 'inTime'>;

/** An exchange with how long its answer took, or has taken until now, and whether that is what was promised. */
export function judged(
  exchange: PlainExchange,
  offers: readonly NetworkOfferNode[],
  now: Date,
): NetworkExchangeNode {
  const end = exchange.answeredAt ? new Date(exchange.answeredAt) : now;
  const workingDays = workingDaysBetween(new Date(exchange.askedAt), end);
  const promise = promiseAt(exchange.step, offers);
  // While its time still runs, nothing can be said.
  const open = !exchange.answeredAt && promise !== null && workingDays <= promise;
  const inTime = promise === null || open ? null : Boolean(exchange.answeredAt) && workingDays <= promise;
  return { ...exchange, workingDays, inTime };
}

/** The shortest of what was promised at a step. */
function promiseAt(step: string | null, offers: readonly NetworkOfferNode[]): number | null {
  const days = offers.flatMap((offer) =>
    offer.step === step && offer.answersWithin !== null ? [offer.answersWithin] : [],
  );
  return days.length > 0 ? Math.min(...days) : null;
}

/** What judged exchanges say together. Without an answer there is no median; without a promise, nothing to keep. */
export function responsivenessOf(exchanges: readonly NetworkExchangeNode[]): Responsiveness {
  const days = exchanges
    .filter(({ answeredAt }) => answeredAt !== null)
    .map(({ workingDays }) => workingDays)
    .sort((one, other) => one - other);
  const judgable = exchanges.filter(({ inTime }) => inTime !== null);
  const kept = judgable.filter(({ inTime }) => inTime).length;
  return {
    asked: exchanges.length,
    answered: days.length,
    medianWorkingDays: median(days),
    promised: judgable.length,
    kept,
    keptShare: judgable.length > 0 ? kept / judgable.length : null,
  };
}

function median(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
