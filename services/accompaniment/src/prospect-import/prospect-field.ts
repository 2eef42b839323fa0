import { guessColumns } from '@ancrage/sheets/columns';

/** What a column of a list of households may hold, with the names that such columns usually have. */
const NAMES = {
  name: ['nom', 'nomprenom', 'prenomnom', 'candidat', 'foyer', 'famille', 'contact', 'name', 'household'],
  email: ['email', 'mail', 'courriel', 'adressemail', 'adresseemail', 'adresseelectronique'],
  phone: ['telephone', 'tel', 'portable', 'mobile', 'phone', 'numerodetelephone'],
  adults: ['adultes', 'nombredadultes', 'nbadultes', 'adults'],
  children: [
    'enfants',
    'anneesdenaissance',
    'naissancedesenfants',
    'agesdesenfants',
    'agedesenfants',
    'children',
  ],
  project: ['projet', 'projetdevie', 'motivation', 'project'],
  activity: ['activite', 'metier', 'profession', 'emploi', 'activity', 'job'],
  livesIn: [
    'commune',
    'ville',
    'communederesidence',
    'residence',
    'domicile',
    'habite',
    'localite',
    'city',
    'town',
  ],
  horizon: ['horizon', 'echeance', 'delai', 'quand', 'dateenvisagee'],
  channel: [
    'origine',
    'canal',
    'source',
    'provenance',
    'connupar',
    'commentconnu',
    'origin',
    'channel',
    'heard',
  ],
  firstContact: ['premiercontact', 'datedupremiercontact', 'date', 'datecontact', 'firstcontact'],
  lastContact: ['derniercontact', 'datedudernierechange', 'datedudernierecontact', 'lastcontact'],
  stage: ['etape', 'statut', 'etat', 'avancement', 'stage', 'status'],
  consent: ['consentement', 'accord', 'rgpd', 'consent', 'optin'],
  notes: ['notes', 'note', 'remarques', 'remarque', 'commentaire', 'commentaires', 'observations'],
} as const;

export type ProspectField = keyof typeof NAMES;
export const isProspectField = (field: string): field is ProspectField => field in NAMES;

/** Which column likely holds which field. */
export const guessProspectColumns = (headers: readonly string[]): Partial<Record<ProspectField, string>> =>
  guessColumns(headers, NAMES);
