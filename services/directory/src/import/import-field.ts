import { guessColumns } from '@ancrage/sheets/columns';

/** What a column may hold, with the names that such columns usually have. */
const NAMES = {
  displayName: [
    'nom',
    'raisonsociale',
    'entreprise',
    'denomination',
    'societe',
    'enseigne',
    'activite nom',
    'name',
    'nomcommercial',
    'structure',
  ],
  personName: [
    'personne',
    'contact',
    'nomprenom',
    'prenomnom',
    'dirigeant',
    'gerant',
    'interlocuteur',
    'person',
  ],
  activity: ['activite', 'metier', 'profession', 'trade', 'activity'],
  email: ['email', 'mail', 'courriel', 'adressemail', 'adresseemail', 'adresseelectronique'],
  phone: ['telephone', 'tel', 'portable', 'mobile', 'phone', 'numerodetelephone'],
  siret: ['siret', 'numerosiret', 'nsiret'],
  website: ['site', 'siteweb', 'siteinternet', 'web', 'url', 'website'],
  commune: ['commune', 'ville', 'codeinsee', 'codecommune', 'insee', 'localite', 'city'],
  nafCode: ['naf', 'codenaf', 'ape', 'codeape', 'activiteprincipaleetablissement'],
  skills: ['competences', 'competence', 'motscles', 'skills'],
  presentation: ['presentation', 'description'],
  notes: ['notes', 'note', 'remarques', 'remarque', 'commentaire', 'commentaires', 'observations'],
  identifiedBy: ['source', 'origine', 'reperepar', 'provenance'],
} as const;

export type ImportField = keyof typeof NAMES;
export const isImportField = (field: string): field is ImportField => field in NAMES;

/** Which column likely holds which field. */
export const guessMapping = (headers: readonly string[]): Partial<Record<ImportField, string>> =>
  guessColumns(headers, NAMES);
