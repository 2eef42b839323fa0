import { basename } from 'node:path';
import type { SubgraphContext } from '@ancrage/subgraph';
import { CodedError } from '@ancrage/subgraph/errors';
import type { Dataset } from '../dataset.js';
import { DATASETS } from '../datasets/index.js';
import type { AgentScope } from './import-runs.js';

export interface ImportRequest {
  dataset: string;
  vintage: string | null;
  url: string | null;
  /** Last part of the address. */
  fileName: string;
}

const LONGEST_URL = 2000;
const LONGEST_VINTAGE = 40;

/** Why nothing is imported before any file is opened. */
const REFUSALS = {
  DATASET: {
    fr: 'Choisissez ce que contient le fichier dans la liste.',
    en: 'Choose what the file contains from the list.',
  },
  OPERATOR_ONLY: {
    fr: "Ces données sont communes à tous les territoires : seul l'opérateur de la plateforme les importe.",
    en: 'Every territory shares these data: only the operator of the platform imports them.',
  },
  NO_FILE: {
    fr: 'Choisissez un fichier, ou donnez son adresse.',
    en: 'Choose a file, or give its address.',
  },
  URL: {
    fr: "Donnez l'adresse complète du fichier, qui commence par https:// ou http://.",
    en: 'Give the whole address of the file, which starts with https:// or http://.',
  },
  VINTAGE: { fr: "L'édition tient en 40 caractères.", en: 'An edition has 40 characters at most.' },
  TOO_MANY: {
    fr: 'Cinq imports sont déjà en cours : terminez-en ou abandonnez-en un.',
    en: 'Five imports are already under way: finish or abandon one of them.',
  },
} as const;

export type ImportRequestProblem = keyof typeof REFUSALS;

/** An import that is not even begun, in the words of the reader. */
export const refuse = (problem: ImportRequestProblem, locale: string): CodedError =>
  new CodedError('BAD_INPUT', REFUSALS[problem][locale === 'en' ? 'en' : 'fr'], { problem });

/** Whether somebody of that role may import the dataset: what all territories share is the operator's. */
export const mayImport = (dataset: Dataset, role: string): boolean =>
  dataset.operatorOnly !== true || role === 'OPERATOR';

/** Reads what is asked. Throws a `CodedError` whose `problem` says what to repair. */
export function readRequest(
  given: { dataset?: string; vintage?: string | null; url?: string | null },
  role: string,
  locale: string,
): ImportRequest {
  const dataset = DATASETS.find(({ name }) => name === given.dataset);
  if (!dataset) throw refuse('DATASET', locale);
  if (!mayImport(dataset, role)) throw refuse('OPERATOR_ONLY', locale);
  const vintage = given.vintage?.trim() || null;
  if (vintage && vintage.length > LONGEST_VINTAGE) throw refuse('VINTAGE', locale);
  const address = given.url?.trim() || null;
  const url = address === null ? null : readAddress(address);
  if (address !== null && url === null) throw refuse('URL', locale);
  return {
    dataset: dataset.name,
    vintage,
    url: url && address,
    fileName: (url && decode(basename(url.pathname))) || url?.hostname || '',
  };
}

function readAddress(address: string): URL | null {
  if (address.length > LONGEST_URL || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text).slice(0, 200);
  } catch {
    return text.slice(0, 200);
  }
}

/** The viewer's scope, once their role was checked. */
export const agentScope = (context: SubgraphContext): AgentScope => ({
  ...context.scope,
  territoryId: context.requireTerritory(),
  role: context.scope.role as AgentScope['role'],
});
