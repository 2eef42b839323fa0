/** One of two records that may be one. */
export type Identified = { id: string };

/** What can be chosen from one record or the other when two become one. */
export type MergeField<Side> = {
  part: string;
  label: () => string;
  /** How a record says it; empty where it says nothing. */
  said: (side: Side) => string;
};

/** Two records that became one. */
export type PastMerge = {
  id: string;
  keptId: string;
  keptName: string;
  mergedName: string;
  mergedAt: string;
  undoneAt?: string | null;
};
