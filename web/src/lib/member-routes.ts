import { localizeHref } from '#lib/paraglide/runtime.js';

/** Every address of the workspace and of the operator: apart, so that the public's pages do not carry them. */
export const memberRoutes = {
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
  /** Requests of persons to read or erase what all services keep of them. */
  personRequests: (search = '') => localizeHref(`/espace/donnees-personnelles${search}`),
  personRequest: (id: string) => localizeHref(`/espace/donnees-personnelles/${id}`),
  operator: () => localizeHref('/operateur'),
  newTerritory: (search = '') => localizeHref(`/operateur/territoires/nouveau${search}`),
  operatedTerritory: (slug: string, search = '') => localizeHref(`/operateur/territoires/${slug}${search}`),
  /** The whole territory as one ZIP; the same in every language. */
  territoryExport: (slug: string) => `/operateur/territoires/${slug}/export.zip`,
  letters: (search = '') => localizeHref(`/espace/courrier${search}`),
  /** What has left lately; `?foyer=` for one household. */
  sentLetters: (search = '') => localizeHref(`/espace/courrier/envoyes${search}`),
  writeNews: () => localizeHref('/espace/courrier/nouvelles'),
};
