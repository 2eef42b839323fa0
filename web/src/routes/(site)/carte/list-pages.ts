/** A territory as large as most comes in one page. */
const whole = 150;

/**
 * How many communes a page of the list holds: all of a usual territory; of thousands, few enough to be drawn again in a
 * frame; beside a ranking, fewer yet, since its first places matter.
 */
export const pageSize = (ranked: boolean, total: number): number =>
  ranked ? 20 : total <= whole ? whole : 50;

/** The page of the list that an address asks for, from 1. */
export function pageOf(search: URLSearchParams): number {
  const page = search.get('page') ?? '';
  return /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
}

/** The address of another page of the same view. */
export const searchOfPage = (search: string, page: number): string =>
  page === 1 ? search : `${search || '?'}${search ? '&' : ''}page=${page}`;
