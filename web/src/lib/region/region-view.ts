import { type ListShape, type ListState, parseList } from '#lib/list/list-state.ts';
import { type Cell, type FigureName, figureNames } from './region-figure.ts';
import type { RegionRow } from './region-page.server.ts';

const FIRST_YEAR = 2000;
const columns = ['nom', 'population', ...figureNames];

/** What the page of a region can be asked: a year, the figure that is drawn, a search and an order. */
export const regionShape: ListShape = {
  filters: [
    { name: 'annee', values: /^20\d\d$/ },
    { name: 'chiffre', values: figureNames },
  ],
  sorts: columns.flatMap((column) => [column, `-${column}`]),
};

export const parseRegionView = (search: URLSearchParams): ListState => parseList(regionShape, search);

/** The year asked for, when it is one that is over; else today. */
export function yearOf({ filters }: ListState, now: number): number | null {
  const year = Number(filters.annee?.[0] ?? 0);
  return year >= FIRST_YEAR && year < now ? year : null;
}

/** The figure that is drawn. */
export const figureOf = ({ filters }: ListState): FigureName =>
  (filters.chiffre?.[0] as FigureName | undefined) ?? 'installes';

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The rows that a view shows, in its order. What is kept back or not known comes last, whichever way. */
export function rowsShown(rows: readonly RegionRow[], { q, sort }: ListState): RegionRow[] {
  const words = plain(q).split(/\s+/).filter(Boolean);
  const found = rows.filter(({ name }) => words.every((word) => plain(name).includes(word)));
  const backwards = sort.startsWith('-');
  const column = backwards ? sort.slice(1) : sort;
  if (column === 'nom') {
    const byName = found.toSorted((one, other) => one.name.localeCompare(other.name, 'fr'));
    return backwards ? byName.reverse() : byName;
  }
  const sortedBy = ({ population, cells }: RegionRow): Cell['value'] =>
    column === 'population' ? population : cells[column as FigureName].value;
  return found.toSorted((one, other) => {
    const [first, second] = [sortedBy(one), sortedBy(other)];
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null);
    }
    return backwards ? second - first : first - second;
  });
}
