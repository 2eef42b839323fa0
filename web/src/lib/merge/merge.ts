import { m } from '#lib/paraglide/messages.js';

/** One of two records that may be one. */
export type Identified = { id: string };

/** One that may have been made for a demonstration. */
export type Shown = Identified & { demonstration: boolean };

/** What can be chosen from one record or the other when two become one. */
export type MergeField<Side, Part extends string = string> = {
  part: Part;
  label: () => string;
  /** How a record says it; empty where it says nothing. */
  said: (side: Side) => string;
};

/** Two records that may be one, and why. */
export type Pair<Side, Reason extends string = string> = {
  /** What the pair goes by in addresses: both identifiers, with a dot between. */
  pair: string;
  /** How sure it is, from 0 to 1. */
  confidence: number;
  reasons: readonly Reason[];
  first: Side;
  second: Side;
};

/** What the form of a pair was answered, when it was this one. */
export type PairTold<Preview> = {
  kept?: string;
  chosen?: Record<string, string>;
  preview?: Preview;
  problem?: string;
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

/** The parts chosen from the record that goes; where it alone says something, that is taken unless told otherwise. */
export function fromMerged<Side extends Identified, Part extends string>(
  fields: readonly MergeField<Side, Part>[],
  form: FormData | null,
  kept: Side,
  merged: Side,
): Part[] {
  return fields
    .filter(({ part, said }) => {
      const chosen = form?.get(part);
      return chosen ? chosen === merged.id : said(kept) === '' && said(merged) !== '';
    })
    .map(({ part }) => part);
}

/** What a record says, part by part; nothing of what it does not say. */
export const saidParts = <Side>(fields: readonly MergeField<Side>[], side: Side) =>
  fields.map(({ label, said }) => ({ label: label(), said: said(side) })).filter(({ said }) => said !== '');

/** How sure a pair is, in words. */
export const sureWords = (confidence: number): string =>
  confidence >= 0.9 ? m.duplicate_sure() : confidence >= 0.7 ? m.duplicate_likely() : m.duplicate_possible();
