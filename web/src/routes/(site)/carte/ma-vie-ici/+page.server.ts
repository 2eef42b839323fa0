import { parseState, serialiseState } from '#lib/map/state.ts';
import { publicPage } from '#lib/server/cache.ts';
import type { PageServerLoad } from './$types';

/** The answers that an address already holds, and the filters that go along with them. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders(publicPage);
  const state = parseState(url.searchParams);
  const filters = serialiseState({ ...state, profile: null, figure: 'population', sort: 'nom' });
  return { profile: state.profile, kept: [...new URLSearchParams(filters)] };
};
