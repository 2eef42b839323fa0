import { emptyState, type MapState, serialiseState } from '#lib/map/state.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { ThemeColours } from '#lib/theme/colours.ts';

type Place = { code: string; slug: string };

/** Every address of the site, in the language being read. */
export const routes = {
  home: () => localizeHref('/'),
  map: (search = '') => localizeHref(`/carte${search}`),
  embed: (search = '') => localizeHref(`/embarquer${search}`),
  embeddedMap: (search = '') => localizeHref(`/embarquer/carte${search}`),
  facilityNames: () => localizeHref('/carte/services.json'),
  /** The guided form of « Ma vie ici », with the answers that a view of the map holds. */
  profile: (search = '') => localizeHref(`/carte/ma-vie-ici${search}`),
  commune: ({ code, slug }: Place) => localizeHref(`/communes/${code}-${slug}`),
  premises: (search = '') => localizeHref(`/locaux${search}`),
  onePremises: ({ id, slug }: { id: string; slug: string }) => localizeHref(`/locaux/${id}-${slug}`),
  directory: (search = '') => localizeHref(`/annuaire${search}`),
  directorySuggestions: (typed: string) =>
    localizeHref(`/annuaire/suggestions.json?q=${encodeURIComponent(typed)}`),
  solo: ({ slug }: { slug: string }, search = '') =>
    localizeHref(`/annuaire/${encodeURIComponent(slug)}${search}`),
  /** Their card for an address book; the same in every language. */
  soloCard: (slug: string) => `/annuaire/${encodeURIComponent(slug)}/carte.vcf`,
  soloShareImage: (slug: string) => `/annuaire/${encodeURIComponent(slug)}/partage.png`,
  joinDirectory: () => localizeHref('/annuaire/rejoindre'),
  embeddedDirectory: (search = '') => localizeHref(`/embarquer/annuaire${search}`),
  /** How newcomers are welcomed, step by step. */
  welcome: () => localizeHref('/accueil'),
  news: (search = '') => localizeHref(`/actualites${search}`),
  newsFeed: () => localizeHref('/actualites/atom.xml'),
  arrival: (slug: string) => localizeHref(`/actualites/${slug}`),
  pressSheet: (slug: string) => localizeHref(`/actualites/${slug}/dossier.pdf`),
  /** The discovery sessions and fairs to come. */
  discover: (search = '') => localizeHref(`/decouvrir${search}`),
  session: ({ slug }: { slug: string }, search = '') => localizeHref(`/decouvrir/${slug}${search}`),
  /** Where a household registers for it. */
  register: ({ slug }: { slug: string }, search = '') =>
    localizeHref(`/decouvrir/${slug}/inscription${search}`),
  sessionsFeed: () => localizeHref('/decouvrir/atom.xml'),
  /** Every session and fair for a calendar that follows them. */
  sessionsCalendar: () => localizeHref('/decouvrir/sessions.ics'),
  sessionCalendar: (slug: string) => localizeHref(`/decouvrir/${slug}/session.ics`),
  fairCalendar: (slug: string) => localizeHref(`/decouvrir/salons/${slug}.ics`),
  embeddedSessions: (search = '') => localizeHref(`/embarquer/sessions${search}`),
  /** A household's own registration, by the link of its e-mails. */
  registration: (token: string, search = '') =>
    localizeHref(`/decouvrir/inscription/${encodeURIComponent(token)}${search}`),
  registrationCalendar: (token: string) =>
    localizeHref(`/decouvrir/inscription/${encodeURIComponent(token)}/session.ics`),
  /** Where those who receive check a household in: what its QR code holds. */
  checkIn: (token: string) => localizeHref(`/espace/sessions/accueil/${encodeURIComponent(token)}`),
  survey: (token: string, search = '') =>
    localizeHref(`/decouvrir/avis/${encodeURIComponent(token)}${search}`),
  /** Where news by e-mail are stopped, and taken up again. */
  newsletter: (token: string) => localizeHref(`/decouvrir/nouvelles/${encodeURIComponent(token)}`),
  callback: (search = '') => localizeHref(`/rappel${search}`),
  press: () => localizeHref('/presse'),
  /** A short address for a poster: it leads on with its code. */
  promotionLink: (code: string) => `/o/${code}`,
  publicVitality: () => localizeHref('/vitalite'),
  /** Where a visitor tells what is wrong on a commune's sheet; a family's types stand first. */
  report: (place: Place, family?: string) =>
    localizeHref(`/communes/${place.code}-${place.slug}/signaler${family ? `?famille=${family}` : ''}`),
  /** Where a commune answers a verification campaign. */
  verification: (token: string) => localizeHref(`/verifier/${encodeURIComponent(token)}`),
  /** Where a link of an e-mail leads: to the own entry, or to object to being known. */
  entryLink: (token: string) => localizeHref(`/annuaire/lien/${encodeURIComponent(token)}`),
  objection: (token: string) => localizeHref(`/annuaire/objection/${encodeURIComponent(token)}`),
  ownData: () => localizeHref('/annuaire/ma-fiche/mes-donnees'),
  myEntry: (search = '') => localizeHref(`/annuaire/ma-fiche${search}`),
  signIn: (next?: string) => localizeHref(`/connexion${next ? `?next=${encodeURIComponent(next)}` : ''}`),
  signOut: () => localizeHref('/deconnexion'),
  workspace: () => localizeHref('/espace'),
  /** The figures for everybody, and the years that were published. */
  publicIndicators: () => localizeHref('/indicateurs'),
  publicSnapshot: (slug: string) => localizeHref(`/indicateurs/${slug}`),
  /** A household's own page, by the link of its e-mails. */
  project: (token: string, search = '') => localizeHref(`/mon-projet/${encodeURIComponent(token)}${search}`),
  projectLink: () => localizeHref('/mon-projet'),
  /** A sponsor's own page, by the link of its e-mails. */
  ownSponsorship: (token: string, search = '') =>
    localizeHref(`/parrainage/${encodeURIComponent(token)}${search}`),
  /** A region's figures: the same page at every host. */
  region: (code: string, search = '') => localizeHref(`/region/${code}${search}`),
  regionFile: (code: string, search = '') => localizeHref(`/region/${code}/chiffres.csv${search}`),
  /** Where its observers make the keys of its tools. */
  regionKeys: (code: string) => localizeHref(`/region/${code}/cles`),
  mail: () => '/dev/mail',
  /** Open data, for all communes or for those a view of the map shows. */
  data: (search = '') => localizeHref(`/donnees${search}`),
  /** A file is the same in every language. */
  dataFile: (name: string, search = '') => `/donnees/${name}${search}`,
  compare: (codes: string[] = []) =>
    localizeHref(`/comparer${codes.length > 0 ? `?communes=${codes.join(',')}` : ''}`),
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
  /** A photograph of premises, also while they do not show: for members. */
  memberPhoto: (id: string, size: 'small' | 'large') => `/files/photos/${id}/${size}.webp`,
  /** The photograph of an entry, for its owner alone. */
  ownPhoto: (id: string) => `/files/directory/entry/photos/${id}/small.webp`,
  /** The territories of a region by one of their figures. */
  region: (code: string, colours: ThemeColours, figure: string, year: number | null) =>
    `/region/${code}/carte.svg?${inks(colours)}&chiffre=${figure}${year === null ? '' : `&annee=${year}`}`,
  icon: (colours: ThemeColours) => `/images/icone.svg?${inks(colours)}`,
};

const inks = ({ accent, paper, ink }: ThemeColours) =>
  `c=${[accent, paper, ink].map((colour) => colour.slice(1)).join('-')}`;
