import { parseState, serialiseState } from '#lib/map/state.ts';
import { publicPage } from '#lib/server/cache.ts';
import type { PageServerLoad } from './$types';

/** The view to take elsewhere is the one in the address, as the map writes it. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders(publicPage);
  return { search: serialiseState(parseState(url.searchParams)), origin: url.origin };
};
