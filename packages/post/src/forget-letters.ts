import type { RetentionClock } from '@ancrage/subgraph/retention-rule';
import type { DailyWork } from './daily-jobs.js';

/** The column by which a service's letters know whom they are about. */
type KnownBy = 'solo_id' | 'prospect_id';

const YEAR = 'P1Y';
const MONTH = 'P30D';
// A day more than a year: the key of a yearly letter keeps it from being written twice.
const endOf = (knownBy: KnownBy): string =>
  `coalesce(t.sent_at, t.failed_at) + case when t.${knownBy} is null then interval '${MONTH}' else interval '${YEAR}1D' end`;

/**
 * Forgets letters that are done with: after a year and a day, so that members can say what was sent when; after a month
 * when it is about nobody known here, whose address nothing else would erase.
 */
export const forgetLetters =
  (knownBy: KnownBy): DailyWork =>
  async (connection, { territoryId }) => {
    await connection.query(`delete from letter t where t.territory_id = $1 and ${endOf(knownBy)} < now()`, [
      territoryId,
    ]);
  };

/** The same, as it is told: letters about somebody known here, then those to others. */
export const letterClocks = (knownBy: KnownBy): RetentionClock[] =>
  [
    { what: 'letters', period: YEAR, about: 'is not null' },
    { what: 'lettersToOthers', period: MONTH, about: 'is null' },
  ].map(({ what, period, about }) => ({
    what,
    period,
    rows: `letter t where t.territory_id = $1 and t.${knownBy} ${about} and coalesce(t.sent_at, t.failed_at) is not null`,
    leavesOn: `(${endOf(knownBy)})::date`,
  }));
