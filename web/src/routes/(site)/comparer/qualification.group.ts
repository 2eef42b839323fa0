import { formatDay } from '#lib/format/dates.ts';
import { formatNumber, formatShare } from '#lib/format/figures.ts';
import { m } from '#lib/paraglide/messages.js';
import { type ComparedCommune, type Group, line } from './lines.ts';

/** How far what is said of each commune can be relied on. */
export const qualificationGroup = (communes: ComparedCommune[]): Group => ({
  key: 'qualification',
  title: m.compare_reliable(),
  lines: [
    line(
      m.compare_completeness(),
      communes,
      ({ qualification: { completeness } }) => ({ text: formatShare(completeness), score: completeness }),
      m.compare_best_known(),
    ),
    line(
      m.compare_verified_share(),
      communes,
      ({ qualification: { verifiedShare } }) => ({ text: formatShare(verifiedShare), score: verifiedShare }),
      m.compare_best_verified(),
    ),
    line(m.compare_verified_by(), communes, ({ qualification: { verifiedBy, expiresAt } }) => ({
      text: verifiedBy ?? m.compare_nobody(),
      ...(expiresAt && { detail: m.compare_until({ date: formatDay(expiresAt) }) }),
      score: null,
    })),
    line(m.compare_conflicts(), communes, ({ qualification: { conflicts } }) => ({
      text: formatNumber(conflicts.length),
      score: null,
    })),
  ],
});
