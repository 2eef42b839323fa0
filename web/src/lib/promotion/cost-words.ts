import type { CampaignTime } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCents } from './money.ts';

type Cost = { cents: number | null; knownCents: number };

/** « 4 180 € », « inconnu », or what is known of it at least. */
export function costWords({ cents, knownCents }: Cost): string {
  if (cents !== null) {
    return formatCents(cents);
  }
  return knownCents > 0 ? m.promotion_at_least({ cost: formatCents(knownCents) }) : m.promotion_unknown();
}

/** « au moins 8 745,50 € », below a cost of which a part is not known; nothing when none of it is. */
export const knownWords = (cents: number): string =>
  cents > 0 ? m.promotion_known_part({ cost: formatCents(cents) }) : '';

/** Below how many came: what each of them cost, or that nobody knows. */
export const eachWords = (cents: number | null): string =>
  cents === null ? m.promotion_each_unknown() : m.promotion_each({ cost: formatCents(cents) });

/** What one of them cost; why it cannot be said, where it cannot. */
export function perWords(cents: number | null, cost: Cost, count: number): string {
  if (cents !== null) {
    return formatCents(cents);
  }
  return count === 0 ? m.promotion_nobody() : cost.cents === null ? m.promotion_unknown() : '';
}

const times: Record<CampaignTime, () => string> = {
  RUNNING: m.promotion_running,
  TO_COME: m.promotion_to_come,
  OVER: m.promotion_over,
};

/** Where a campaign stands today. */
export const timeLabel = (time: CampaignTime): string => times[time]();
