import { formatPeriod } from '#lib/format/dates.ts';
import { formatNumber } from '#lib/format/figures.ts';
import { m } from '#lib/paraglide/messages.js';
import { routes } from '#lib/routes.ts';
import { type Answer, type ComparedCommune, type Group, line } from './lines.ts';

const unknown = (): Answer => ({ text: m.not_known(), score: null });

/** Who lives there, and with whom it is run. */
export const placeGroup = (communes: ComparedCommune[]): Group => ({
  key: 'lieu',
  title: m.compare_place(),
  lines: [
    line(m.sheet_population(), communes, ({ population, sources }) =>
      population === null
        ? unknown()
        : { text: formatNumber(population), score: null, sources: sources.slice(0, 1) },
    ),
    line(m.filter_intercommunality(), communes, ({ intercommunality, sources }) =>
      intercommunality
        ? { text: intercommunality.name, score: null, sources: sources.slice(0, 1) }
        : unknown(),
    ),
  ],
});

/** Whom and what one finds there to work with, and when one can come and see. */
export const lifeGroup = (communes: ComparedCommune[]): Group => ({
  key: 'travailler',
  title: m.compare_work(),
  lines: [
    line(
      m.compare_premises(),
      communes,
      ({ premises: { totalCount } }) => ({ text: formatNumber(totalCount), score: totalCount }),
      m.compare_best_most(),
    ),
    line(
      m.compare_solos(),
      communes,
      ({ soloCount }) =>
        soloCount === null ? unknown() : { text: formatNumber(soloCount), score: soloCount },
      m.compare_best_most(),
    ),
    line(m.compare_sessions(), communes, ({ upcomingSessions }) => {
      const [next] = upcomingSessions?.nodes ?? [];
      if (!upcomingSessions) {
        return unknown();
      }
      return next
        ? { text: formatPeriod(next.startsAt, next.endsAt), score: null }
        : { text: m.compare_no_session(), score: null };
    }),
  ],
});

/** A link to a commune's sheet, for an answer that is found elsewhere. */
export const sheetLink = (commune: { code: string; slug: string; name: string }) => ({
  text: commune.name,
  href: routes.commune(commune),
});
