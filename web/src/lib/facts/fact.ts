import { formatNumber } from '#lib/format/figures.ts';
import type { FactHeadFragment, PresenceStatus } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** Four answers, told apart by a sign and in words. */
export const statusSigns: Record<PresenceStatus, string> = {
  PRESENT: '●',
  ABSENT: '○',
  UNVERIFIED: '◐',
  UNKNOWN: '?',
};
export const statuses = ['PRESENT', 'ABSENT', 'UNVERIFIED', 'UNKNOWN'] as const;

const statusLabels: Record<PresenceStatus, () => string> = {
  PRESENT: m.fact_present,
  ABSENT: m.fact_absent,
  UNVERIFIED: m.fact_unverified,
  UNKNOWN: m.fact_unknown,
};
export const statusLabel = (status: PresenceStatus): string => statusLabels[status]();

/** How many, in a word: « 3 », « aucun », « non connu ». */
export function countWord(count: number | null | undefined): string {
  if (count === null || count === undefined) {
    return m.not_known();
  }
  return count === 0 ? m.fact_none() : formatNumber(count);
}

/** The address of a fact on a page that shows several. */
export const factKey = ({ commune, type }: Pick<FactHeadFragment, 'commune' | 'type'>): string =>
  `${commune.code}-${type.code}`;

/** What a fact's address says, when it is one. */
export function readFactKey(key: string | null): { communeCode: string; type: string } | null {
  const [, communeCode, type] = /^([0-9AB]{5})-([A-Z]\d{3})$/.exec(key ?? '') ?? [];
  return communeCode && type ? { communeCode, type } : null;
}

/** What the answer that shows rests on, in words. */
export function basisWord(fact: Pick<FactHeadFragment, 'basis'>): string {
  return {
    NONE: m.fact_basis_none,
    SOURCE: m.fact_basis_source,
    VERIFICATION: m.fact_basis_verification,
    DECISION: m.fact_basis_decision,
  }[fact.basis]();
}
