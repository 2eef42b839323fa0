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
  settings: () => localizeHref('/espace/reglages'),
  offer: (search = '') => localizeHref(`/espace/offre${search}`),
  facts: (search = '') => localizeHref(`/espace/offre/faits${search}`),
  /** One commune's facts, all or those of a family; `type` is the fact to come to. */
  communeFacts: (code: string, family?: string, type?: string) =>
    localizeHref(
      `/espace/offre/faits/${code}${family ? `?famille=${family}` : ''}${type ? `#fait-${type}` : ''}`,
    ),
  conflicts: (search = '') => localizeHref(`/espace/offre/conflits${search}`),
  corrections: (search = '') => localizeHref(`/espace/offre/corrections${search}`),
  campaigns: (search = '') => localizeHref(`/espace/offre/campagnes${search}`),
  newCampaign: () => localizeHref('/espace/offre/campagnes/nouvelle'),
  campaign: (id: string, search = '') => localizeHref(`/espace/offre/campagnes/${id}${search}`),
  campaignLetters: (id: string) => localizeHref(`/espace/offre/campagnes/${id}/lettres`),
  network: (search = '') => localizeHref(`/espace/reseau${search}`),
  newNetworkActor: () => localizeHref('/espace/reseau/nouveau'),
  networkActor: (id: string, search = '') => localizeHref(`/espace/reseau/${id}${search}`),
  /** Whom to call at a step of a welcome. */
  mobilise: (search = '') => localizeHref(`/espace/reseau/mobiliser${search}`),
  arrivals: (search = '') => localizeHref(`/espace/arrivees${search}`),
  newArrival: () => localizeHref('/espace/arrivees/nouvelle'),
  editArrival: (id: string, search = '') => localizeHref(`/espace/arrivees/${id}${search}`),
  imports: (search = '') => localizeHref(`/espace/offre/imports${search}`),
  importRun: (id: string) => localizeHref(`/espace/offre/imports/${id}`),
  premisesList: (search = '') => localizeHref(`/espace/offre/locaux${search}`),
  vitality: () => localizeHref('/espace/offre/vitalite'),
  newPremises: () => localizeHref('/espace/offre/locaux/nouveau'),
  editPremises: (id: string, search = '') => localizeHref(`/espace/offre/locaux/${id}${search}`),
  /** The directory's pipeline: solos by stage, as a board or a table. */
  pipeline: (search = '') => localizeHref(`/espace/annuaire${search}`),
  identifySolo: (search = '') => localizeHref(`/espace/annuaire/nouveau${search}`),
  moderation: (search = '') => localizeHref(`/espace/annuaire/moderation${search}`),
  duplicates: (search = '') => localizeHref(`/espace/annuaire/doublons${search}`),
  accesses: (search = '') => localizeHref(`/espace/annuaire/acces${search}`),
  /** Where one person's data are exported or erased. */
  personalData: (id: string) => localizeHref(`/espace/annuaire/${id}/donnees`),
  soloRecord: (id: string) => localizeHref(`/espace/annuaire/${id}`),
  /** The first letter to those chosen. */
  firstLetter: (search = '') => localizeHref(`/espace/annuaire/lettre${search}`),
  soloImports: () => localizeHref('/espace/annuaire/imports'),
  soloImport: (id: string) => localizeHref(`/espace/annuaire/imports/${id}`),
  prospects: (search = '') => localizeHref(`/espace/candidats${search}`),
  newProspect: () => localizeHref('/espace/candidats/nouveau'),
  prospect: (id: string, search = '') => localizeHref(`/espace/candidats/${id}${search}`),
  /** Where one household's data are exported or erased. */
  householdData: (id: string) => localizeHref(`/espace/candidats/${id}/donnees`),
  prospectDuplicates: (search = '') => localizeHref(`/espace/candidats/doublons${search}`),
  prospectImports: () => localizeHref('/espace/candidats/imports'),
  prospectImport: (id: string) => localizeHref(`/espace/candidats/imports/${id}`),
  /** Households that are to be forgotten soon, and those that were. */
  retention: () => localizeHref('/espace/candidats/conservation'),
  sessions: (search = '') => localizeHref(`/espace/sessions${search}`),
  newSession: (search = '') => localizeHref(`/espace/sessions/nouvelle${search}`),
  sessionPlan: (id: string, search = '') => localizeHref(`/espace/sessions/${id}${search}`),
  /** A draft as visitors will read it; for members. */
  sessionPreview: (id: string) => localizeHref(`/espace/sessions/${id}/apercu`),
  sessionHouseholds: (id: string, search = '') => localizeHref(`/espace/sessions/${id}/inscrits${search}`),
  newSessionHousehold: (id: string) => localizeHref(`/espace/sessions/${id}/inscrits/nouveau`),
  sessionHousehold: (id: string, registration: string, search = '') =>
    localizeHref(`/espace/sessions/${id}/inscrits/${registration}${search}`),
  /** Who comes in today: works on a phone without a network. */
  sessionDay: (id: string, search = '') => localizeHref(`/espace/sessions/${id}/jour${search}`),
  /** The households of a session as a file. */
  sessionRosterFile: (id: string, format: 'csv' | 'xlsx' | 'pdf') =>
    localizeHref(`/espace/sessions/${id}/liste.${format}`),
  sessionAfter: (id: string) => localizeHref(`/espace/sessions/${id}/apres`),
  promotion: (search = '') => localizeHref(`/espace/promotion${search}`),
  promotionCampaign: (id: string, search = '') => localizeHref(`/espace/promotion/campagnes/${id}${search}`),
  newPromotionCampaign: () => localizeHref('/espace/promotion/campagnes/nouvelle'),
  /** What a household, an attendee and an installation cost, by what brought them. */
  promotionCosts: (search = '') => localizeHref(`/espace/promotion/couts${search}`),
  audiences: () => localizeHref('/espace/promotion/publics'),
  promotionLinks: (search = '') => localizeHref(`/espace/promotion/liens${search}`),
  fairs: (search = '') => localizeHref(`/espace/promotion/salons${search}`),
  newFair: () => localizeHref('/espace/promotion/salons/nouveau'),
  fair: (id: string, search = '') => localizeHref(`/espace/promotion/salons/${id}${search}`),
  /** Where households are noted at a fair: works on a phone without a network. */
  fairCapture: (id: string) => localizeHref(`/espace/promotion/salons/${id}/saisie`),
  /** The code of a short address as a file to print: svg or png. */
  promotionCode: (code: string, format: 'svg' | 'png') => `/espace/promotion/liens/${code}.${format}`,
  pressKit: (search = '') => localizeHref(`/espace/promotion/presse${search}`),
  /** Welcomes under way, as a board or a table. */
  installations: (search = '') => localizeHref(`/espace/installations${search}`),
  installationCalendar: (search = '') => localizeHref(`/espace/installations/calendrier${search}`),
  newInstallation: (search = '') => localizeHref(`/espace/installations/nouvelle${search}`),
  installation: (id: string, search = '') => localizeHref(`/espace/installations/${id}${search}`),
  /** Who is away when, and who stands in. */
  absences: () => localizeHref('/espace/installations/absences'),
  /** The versions of the territory's protocol. */
  protocols: () => localizeHref('/espace/protocole'),
  protocol: (id: string, search = '') => localizeHref(`/espace/protocole/${id}${search}`),
  /** A version as an invented household would live it. */
  protocolPreview: (id: string, search = '') => localizeHref(`/espace/protocole/${id}/apercu${search}`),
  sponsorships: (search = '') => localizeHref(`/espace/parrainage${search}`),
  sponsorship: (id: string, search = '') => localizeHref(`/espace/parrainage/${id}${search}`),
  /** Who could sponsor a household: ranked, and proposed there. */
  sponsorProposals: (prospectId: string, search = '') =>
    localizeHref(`/espace/parrainage/proposer?candidat=${encodeURIComponent(prospectId)}${search}`),
  sponsors: (search = '') => localizeHref(`/espace/parrainage/parrains${search}`),
  newSponsor: (search = '') => localizeHref(`/espace/parrainage/parrains/nouveau${search}`),
  sponsor: (id: string, search = '') => localizeHref(`/espace/parrainage/parrains/${id}${search}`),
  indicators: (search = '') => localizeHref(`/espace/indicateurs${search}`),
  /** Figures as they were known on a day, published or to be. */
  indicatorSnapshots: () => localizeHref('/espace/indicateurs/releves'),
  indicatorSnapshot: (id: string) => localizeHref(`/espace/indicateurs/releves/${id}`),
  /** The figures for everybody, and the years that were published. */
  publicIndicators: () => localizeHref('/indicateurs'),
  publicSnapshot: (slug: string) => localizeHref(`/indicateurs/${slug}`),
  /** Requests of persons to read or erase what all services keep of them. */
  personRequests: (search = '') => localizeHref(`/espace/donnees-personnelles${search}`),
  personRequest: (id: string) => localizeHref(`/espace/donnees-personnelles/${id}`),
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
  operator: () => localizeHref('/operateur'),
  newTerritory: (search = '') => localizeHref(`/operateur/territoires/nouveau${search}`),
  operatedTerritory: (slug: string, search = '') => localizeHref(`/operateur/territoires/${slug}${search}`),
  /** The whole territory as one ZIP; the same in every language. */
  territoryExport: (slug: string) => `/operateur/territoires/${slug}/export.zip`,
  letters: (search = '') => localizeHref(`/espace/courrier${search}`),
  /** What has left lately; `?foyer=` for one household. */
  sentLetters: (search = '') => localizeHref(`/espace/courrier/envoyes${search}`),
  writeNews: () => localizeHref('/espace/courrier/nouvelles'),
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
