import { suppressBreakdown } from '@ancrage/subgraph/suppression';
import type { Reader } from './indicator-figures.queries.js';
import type { CommuneShare } from './indicator-ways.js';
import type { Period } from './period.js';

/** Those who settled in a commune within a period. */
export interface CommuneRow {
  code: string;
  installations: number;
  people: number;
  /** Households of them that still have a name. */
  named: number;
}

/** Where those who settled within a period live, the most first; numbers alone. */
export const selectCommuneRows = (
  context: Reader,
  territoryId: string,
  { from, to }: Period,
): Promise<CommuneRow[]> =>
  context.read<CommuneRow & Record<string, unknown>>({
    name: 'indicator communes',
    text: `select commune_code as code, installations, people, named
      from indicator_communes($1::uuid, $2::date, $3::date) order by installations desc, people desc, 1`,
    values: [territoryId, from, to],
  });

/** As members read them. */
export const exactCommunes = (rows: readonly CommuneRow[]): CommuneShare[] =>
  rows.map(({ code, installations, people, named }) => ({
    commune: { code },
    installations,
    people,
    households: named,
  }));

/** The communes that may show by themselves, and the others as one line, which holds five households at least. */
export function publicCommunes(rows: readonly Omit<CommuneRow, 'named'>[]): CommuneShare[] {
  // In the order of their codes: which larger ones are kept back must not tell their size.
  const inOrder = rows.toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const published = suppressBreakdown(inOrder.map(({ installations }) => installations));
  const hidden = new Set(inOrder.filter((_, index) => published[index]?.suppressed).map(({ code }) => code));
  const together = rows.filter(({ code }) => hidden.has(code));
  const total = (count: 'installations' | 'people') => together.reduce((all, row) => all + row[count], 0);
  const rest = {
    commune: null,
    installations: total('installations'),
    people: total('people'),
    households: null,
  };
  return [
    ...rows
      .filter(({ code }) => !hidden.has(code))
      .map(({ code, installations, people }) => ({
        commune: { code },
        installations,
        people,
        households: null,
      })),
    // Fewer than five altogether are kept back as a whole.
    ...(rest.installations >= 5 ? [rest] : []),
  ];
}
