import type { Evaluation } from './evaluate.ts';
import { weightOf } from './needs.ts';
import type { Ranked } from './rank.ts';

/** Why a commune comes before the one after it. */
export type Reason =
  | { why: 'need'; here: Evaluation; there: Evaluation; decisive: boolean }
  | { why: 'confidence' }
  | { why: 'name' };

/**
 * The one difference that counts most: among musts where they decide, else among points, else how much is known; with
 * none of these, the order is that of names.
 */
export function reasonBefore(one: Ranked, other: Ranked): Reason {
  const pairs = one.evaluations.map((here, index) => ({
    here,
    there: other.evaluations[index] as Evaluation,
  }));
  const decisive = one.musts > other.musts;
  const gain = ({ here, there }: (typeof pairs)[number]) =>
    decisive
      ? (here.need.must ? order[here.answer] - order[there.answer] : 0) + (here.value - there.value) / 100
      : weightOf(here.need) * (here.value - there.value);
  const [best] = pairs.toSorted((first, second) => gain(second) - gain(first));
  if (best && (decisive || one.points > other.points) && gain(best) > 0) {
    return { why: 'need', ...best, decisive };
  }
  return one.confidence > other.confidence ? { why: 'confidence' } : { why: 'name' };
}

const order = { yes: 2, unknown: 1, no: 0 };

/** What a commune gives, lacks and leaves unsaid, the musts first. */
export function sortOut({ evaluations }: Ranked): Record<'met' | 'missing' | 'unsaid', Evaluation[]> {
  const byWeight = evaluations.toSorted((one, other) => weightOf(other.need) - weightOf(one.need));
  const those = (wanted: Evaluation['answer']) => byWeight.filter(({ answer }) => answer === wanted);
  return { met: those('yes'), missing: those('no'), unsaid: those('unknown') };
}
