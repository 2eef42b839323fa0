import { nameKey } from '@ancrage/subgraph/slug';

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
export const IMPORT_FIELDS = Object.keys(NAMES) as ImportField[];
export const isImportField = (field: string): field is ImportField => field in NAMES;

const keyOf = (header: string): string => nameKey(header).replace(/[^a-z0-9]/g, '');

/** Which column likely holds which field; each column once. */
export function guessMapping(headers: readonly string[]): Partial<Record<ImportField, string>> {
  const mapping: Partial<Record<ImportField, string>> = {};
  const free = new Map(headers.map((header) => [header, keyOf(header)]));
  const matches = [
    (key: string, names: readonly string[]) => names.includes(key),
    (key: string, names: readonly string[]) => names.some((name) => name.length > 3 && key.startsWith(name)),
  ];
  for (const match of matches) {
    for (const field of IMPORT_FIELDS) {
      if (mapping[field]) continue;
      const header = [...free].find(([, key]) => match(key, NAMES[field]))?.[0];
      if (header === undefined) continue;
      mapping[field] = header;
      free.delete(header);
    }
  }
  return mapping;
}
