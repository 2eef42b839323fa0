import { likeness, nameWords, trigrams } from '@ancrage/input/name-key';

/** What households are compared by. */
export interface Comparable {
  id: string;
  name: string;
  emailKey: string | null;
  phoneKey: string | null;
  childrenBirthYears: number[];
}

export type LikenessReason = 'EMAIL' | 'PHONE' | 'NAME_AND_CHILDREN';

export interface FoundPair {
  /** The lower id first. */
  firstId: string;
  secondId: string;
  /** 0 to 1. */
  confidence: number;
  reasons: LikenessReason[];
}

const ALIKE = 0.4;
/** More households than this that share one value share a mistake: they are not all compared with each other. */
const CROWD = 40;

/**
 * Households that may be one, surest first. Each is compared with those alone that share an address, a number, or the
 * years of birth of its children.
 */
export function findPairs(households: readonly Comparable[]): FoundPair[] {
  const groups = Map.groupBy(
    households.flatMap((household) => keysOf(household).map((key) => ({ key, household }))),
    ({ key }) => key,
  );
  const pairs = new Map<string, FoundPair>();
  for (const group of groups.values()) {
    if (group.length > CROWD) continue;
    for (const [at, { household: one }] of group.entries())
      for (const { household: other } of group.slice(at + 1)) {
        const [first, second] = one.id < other.id ? [one, other] : [other, one];
        const pair = compare(first, second);
        if (pair.reasons.length > 0) pairs.set(`${first.id} ${second.id}`, pair);
      }
  }
  return [...pairs.values()].sort(
    (a, b) =>
      b.confidence - a.confidence || (`${a.firstId}${a.secondId}` < `${b.firstId}${b.secondId}` ? -1 : 1),
  );
}

const childrenKey = ({ childrenBirthYears }: Comparable): string => [...childrenBirthYears].sort().join(' ');

const keysOf = (household: Comparable): string[] => [
  ...(household.emailKey ? [`e${household.emailKey}`] : []),
  ...(household.phoneKey ? [`p${household.phoneKey}`] : []),
  ...(household.childrenBirthYears.length > 0 ? [`c${childrenKey(household)}`] : []),
];

function compare(first: Comparable, second: Comparable): FoundPair {
  const reasons: LikenessReason[] = [];
  let doubt = 1;
  const because = (reason: LikenessReason, weight: number) => {
    reasons.push(reason);
    doubt *= 1 - weight;
  };
  if (first.emailKey !== null && first.emailKey === second.emailKey) because('EMAIL', 0.93);
  if (first.phoneKey !== null && first.phoneKey === second.phoneKey) because('PHONE', 0.75);
  const names = likeness(trigrams(nameWords(first.name)), trigrams(nameWords(second.name)));
  if (first.childrenBirthYears.length > 0 && childrenKey(first) === childrenKey(second) && names >= ALIKE)
    because('NAME_AND_CHILDREN', 0.4 + names * 0.4);
  return { firstId: first.id, secondId: second.id, confidence: Math.round((1 - doubt) * 100) / 100, reasons };
}
