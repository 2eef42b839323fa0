import type { Embedded } from '#lib/embed/embed-code.ts';
import { parseState, serialiseState } from '#lib/map/state.ts';
import { publicPage } from '#lib/server/cache.ts';
import type { PageServerLoad } from './$types';

/** The view to take elsewhere is the one in the address, as the map writes it; `?quoi=` names the directory or the sessions instead. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders(publicPage);
  const asked = url.searchParams.get('quoi');
  const what: Embedded = asked === 'annuaire' || asked === 'sessions' ? asked : 'carte';
  const search = what === 'carte' ? serialiseState(parseState(url.searchParams)) : '';
  return { what, search, origin: url.origin };
};
