import { likeness, nameWords, trigrams } from '@ancrage/input/name-key';

/** What records are compared by. */
export interface Comparable {
  id: string;
  displayName: string;
  personName: string | null;
  emailKey: string | null;
  phoneKey: string | null;
  siret: string | null;
  /** INSEE code of where they work. */
  communeCode: string | null;
}

export type DuplicateReason = 'SIRET' | 'EMAIL' | 'PHONE' | 'SAME_NAME' | 'SIMILAR_NAME' | 'SAME_COMMUNE';

export interface DuplicatePair {
  /** The lower id first. */
  firstId: string;
  secondId: string;
  /** 0 to 1. */
  confidence: number;
  reasons: DuplicateReason[];
}

/** How sure each reason alone makes one. A number may be an office's, a commune is shared by many. */
const WEIGHT: Record<Exclude<DuplicateReason, 'SIMILAR_NAME'>, number> = {
  SIRET: 0.97,
  EMAIL: 0.93,
  PHONE: 0.75,
  SAME_NAME: 0.7,
  SAME_COMMUNE: 0.2,
};
const ALIKE = 0.55;
const LEAST = 0.5;
/** More records than this that share one value share an office or a mistake: they are not all compared with each other. */
const CROWD = 40;
/** Of each name, its least common trigrams lead to those it is compared with. */
const LEADS = 6;
const COMMON = 300;

interface Prepared {
  record: Comparable;
  names: string[];
  marks: Set<string>;
}

/**
 * Records that may be of one person, surest first. Each is compared with those alone that share a key or a rare part
 * of its name, so the work grows with the records and not with their pairs.
 */
export function findDuplicates(records: readonly Comparable[]): DuplicatePair[] {
  const prepared = records.map(prepare);
  const candidates = new Map<string, [Prepared, Prepared]>();
  const meet = (group: readonly Prepared[]) => {
    if (group.length > CROWD) return;
    for (const [at, one] of group.entries()) {
      for (const other of group.slice(at + 1)) {
        const pair: [Prepared, Prepared] = one.record.id < other.record.id ? [one, other] : [other, one];
        candidates.set(`${pair[0].record.id} ${pair[1].record.id}`, pair);
      }
    }
  };
  for (const group of groupsOf(prepared, keysOf).values()) meet(group);
  for (const group of groupsOf(prepared, leadsOf(prepared)).values()) meet(group);
  return [...candidates.values()]
    .map(([one, other]) => compare(one, other))
    .filter(({ confidence }) => confidence >= LEAST)
    .sort(
      (a, b) =>
        b.confidence - a.confidence || (`${a.firstId}${a.secondId}` < `${b.firstId}${b.secondId}` ? -1 : 1),
    );
}

/** Those that may be the same person as one record. */
export function duplicatesOf(records: readonly Comparable[], id: string): DuplicatePair[] {
  const prepared = records.map(prepare);
  const one = prepared.find(({ record }) => record.id === id);
  if (!one) return [];
  return prepared
    .filter((other) => other !== one)
    .map((other) => (other.record.id < id ? compare(other, one) : compare(one, other)))
    .filter(({ confidence }) => confidence >= LEAST)
    .sort((a, b) => b.confidence - a.confidence);
}

function prepare(record: Comparable): Prepared {
  const words = [record.displayName, record.personName ?? '']
    .map(nameWords)
    .filter(({ length }) => length > 0);
  return {
    record,
    names: [...new Set(words.map((name) => name.join(' ')))],
    marks: trigrams(words[0] ?? []),
  };
}

const keysOf = ({ record, names }: Prepared): string[] => [
  ...(record.siret ? [`s${record.siret}`] : []),
  ...(record.emailKey ? [`e${record.emailKey}`] : []),
  ...(record.phoneKey ? [`p${record.phoneKey}`] : []),
  ...names.map((name) => `n${name}`),
];

function leadsOf(prepared: readonly Prepared[]): (one: Prepared) => string[] {
  const frequency = new Map<string, number>();
  for (const { marks } of prepared)
    for (const mark of marks) frequency.set(mark, (frequency.get(mark) ?? 0) + 1);
  const count = (mark: string) => frequency.get(mark) ?? 0;
  return ({ marks }) =>
    [...marks]
      .filter((mark) => count(mark) > 1 && count(mark) <= COMMON)
      .sort((a, b) => count(a) - count(b))
      .slice(0, LEADS);
}

function groupsOf(prepared: readonly Prepared[], keys: (one: Prepared) => string[]): Map<string, Prepared[]> {
  const groups = new Map<string, Prepared[]>();
  for (const one of prepared) {
    for (const key of keys(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}

function compare(one: Prepared, other: Prepared): DuplicatePair {
  const reasons: DuplicateReason[] = [];
  let doubt = 1;
  const because = (reason: DuplicateReason, weight: number) => {
    reasons.push(reason);
    doubt *= 1 - weight;
  };
  const same = (key: 'siret' | 'emailKey' | 'phoneKey' | 'communeCode') =>
    one.record[key] !== null && one.record[key] === other.record[key];
  if (same('siret')) because('SIRET', WEIGHT.SIRET);
  if (same('emailKey')) because('EMAIL', WEIGHT.EMAIL);
  if (same('phoneKey')) because('PHONE', WEIGHT.PHONE);
  if (one.names.some((name) => other.names.includes(name))) because('SAME_NAME', WEIGHT.SAME_NAME);
  else {
    const alike = likeness(one.marks, other.marks);
    if (alike >= ALIKE) because('SIMILAR_NAME', alike * 0.75);
  }
  if (reasons.length > 0 && same('communeCode')) because('SAME_COMMUNE', WEIGHT.SAME_COMMUNE);
  return {
    firstId: one.record.id,
    secondId: other.record.id,
    confidence: Math.round((1 - doubt) * 100) / 100,
    reasons,
  };
}
