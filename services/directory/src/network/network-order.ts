import type { MobilisationEntry, NetworkRecord } from './network-record.js';
import { CommitmentState, NetworkOrder, NetworkScale, rankIn } from './network-vocabulary.js';

type Compare<Item> = (one: Item, other: Item) => number;

const names = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });
const byName: Compare<NetworkRecord> = (one, other) => names.compare(one.actor.name, other.actor.name);
const by =
  <Item>(value: (item: Item) => number): Compare<Item> =>
  (one, other) =>
    // Two unknowns are alike; their difference would be no number.
    value(one) === value(other) ? 0 : value(one) - value(other);

const scale = ({ actor }: NetworkRecord) => rankIn(NetworkScale, actor.scale);
/** Unknown is neither fast nor slow: it comes after all that is known. */
const median = ({ responsiveness }: NetworkRecord) => responsiveness.medianWorkingDays ?? Infinity;
const lastAsked = ({ lastAskedAt }: NetworkRecord) => (lastAskedAt ? Date.parse(lastAskedAt) : 0);
const until = ({ committedUntil }: NetworkRecord) => (committedUntil ? Date.parse(committedUntil) : Infinity);

const ORDERS: Record<NetworkOrder, Compare<NetworkRecord>> = {
  [NetworkOrder.NAME_ASC]: byName,
  [NetworkOrder.NAME_DESC]: (one, other) => byName(other, one),
  [NetworkOrder.SCALE_ASC]: by(scale),
  [NetworkOrder.RESPONSE_ASC]: by(median),
  [NetworkOrder.LAST_ASKED_ASC]: by(lastAsked),
  [NetworkOrder.COMMITTED_UNTIL_ASC]: by(until),
};

const first =
  <Item>(...compares: Compare<Item>[]): Compare<Item> =>
  (one, other) => {
    for (const compare of compares) {
      const difference = compare(one, other);
      if (difference !== 0) return difference;
    }
    return 0;
  };

/** Records in an order, those that it leaves alike by name. */
export const inOrder = (records: readonly NetworkRecord[], order: NetworkOrder): NetworkRecord[] =>
  [...records].sort(first(ORDERS[order], byName));

/** A commitment that ends soon still holds. */
const standing = ({ commitmentState }: NetworkRecord) =>
  rankIn(
    CommitmentState,
    commitmentState === CommitmentState.EXPIRING ? CommitmentState.HOLDS : commitmentState,
  );

/** Who answers in time before whom nobody knows of, and these before who mostly does not. */
function reliability({ responsiveness: { keptShare, medianWorkingDays } }: NetworkRecord): number {
  if (keptShare !== null) return keptShare >= 0.5 ? 0 : 2;
  return medianWorkingDays === null ? 1 : 0;
}

/** A local actor of the commune itself is nearer than the other local ones. */
const proximity = ({ record, sameCommune }: MobilisationEntry) =>
  sameCommune && record.actor.scale === NetworkScale.LOCAL ? -1 : scale(record);

/**
 * The order to call in: whose commitment holds, the nearest, who answers, who answers fastest, and last who was not
 * asked for the longest time, so that not always the same are.
 */
export const toCall: Compare<MobilisationEntry> = first(
  by(({ record }) => standing(record)),
  by(proximity),
  by(({ record }) => reliability(record)),
  by(({ record }) => median(record)),
  by(({ record }) => lastAsked(record)),
  (one, other) => byName(one.record, other.record),
);
