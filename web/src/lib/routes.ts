import { emptyState, type MapState, serialiseState } from '#lib/map/state.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { ThemeColours } from '#lib/theme/colours.ts';

type Place = { code: string; slug: string };

/** Every address of the site, in the language being read. */
export const routes = {
  home: () => localizeHref('/'),
  map: (search = '') => localizeHref(`/carte${search}`),
  commune: ({ code, slug }: Place) => localizeHref(`/communes/${code}-${slug}`),
  signIn: (next?: string) => localizeHref(`/connexion${next ? `?next=${encodeURIComponent(next)}` : ''}`),
  signOut: () => localizeHref('/deconnexion'),
  workspace: () => localizeHref('/espace'),
  settings: () => localizeHref('/espace/reglages'),
  mail: () => '/dev/mail',
  accessibility: () => localizeHref('/accessibilite'),
  privacy: () => localizeHref('/confidentialite'),
  legal: () => localizeHref('/mentions-legales'),
};

/** Pictures are drawn by the site itself; their address holds all that they depend on. */
export const pictures = {
  landscape: (scene: 'vallee' | 'cretes' | 'versants', seed: string, colours: ThemeColours) =>
    `/images/paysage/${scene}/${encodeURIComponent(seed)}.svg?${inks(colours)}`,
  /** The communes by a map's state, or one of them in its surroundings. */
  communes: (colours: ThemeColours, version: string, state: Partial<MapState> = {}) =>
    `/images/communes.svg?${inks(colours)}&v=${version}${serialiseState({ ...emptyState, ...state }).replace('?', '&')}`,
  /** Where a commune lies in its territory. */
  situation: (code: string, colours: ThemeColours, version: string) =>
    `/images/situation/${code}.svg?${inks(colours)}&v=${version}`,
  icon: (colours: ThemeColours) => `/images/icone.svg?${inks(colours)}`,
};

const inks = ({ accent, paper, ink }: ThemeColours) =>
  `c=${[accent, paper, ink].map((colour) => colour.slice(1)).join('-')}`;
