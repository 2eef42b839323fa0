import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { Problems } from '@ancrage/subgraph/field-problem';
import { nameKey } from '@ancrage/subgraph/slug';
import { keptAway } from '../personal-data/objection.js';
import { type SoloFacts, soloFacts } from '../pipeline/solo-facts.js';
import type { ImportField } from './import-field.js';

/** What becomes of a row: taken, refused for what is wrong in it, known already, or of somebody who objected. */
export type RowFate = 'TAKEN' | 'REFUSED' | 'KNOWN' | 'AWAY';

export interface CheckedRow {
  /** As a spreadsheet counts: the header is line 1. */
  line: number;
  fate: RowFate;
  /** What is wrong or why it is left, in the reader's language. */
  words: string[];
  facts: SoloFacts;
}

export interface ImportPlan {
  mapping: Partial<Record<ImportField, string>>;
  /** How these people were identified, where no column says so. */
  source: string;
  communes: readonly { code: string; name: string }[];
}

interface ListRows {
  headers: readonly string[];
  rows: readonly (readonly string[])[];
}

const FIELD_WORDS: Record<string, [string, string]> = {
  displayName: ['nom', 'name'],
  identifiedBy: ['source', 'source'],
  email: ['courriel', 'e-mail'],
  phone: ['téléphone', 'telephone'],
  siret: ['SIRET', 'SIRET'],
  website: ['site', 'website'],
  communeCode: ['commune', 'commune'],
  nafCode: ['NAF', 'NAF'],
  activity: ['métier', 'trade'],
  personName: ['personne', 'person'],
  skills: ['compétences', 'skills'],
  presentation: ['présentation', 'presentation'],
  notes: ['notes', 'notes'],
};

/** Says of every row what would become of it. Nothing is written. */
export async function checkRows(
  connection: Connection,
  scope: Scope,
  { headers, rows }: ListRows,
  plan: ImportPlan,
  locale: string,
): Promise<CheckedRow[]> {
  const en = locale === 'en' ? 1 : 0;
  const columns = new Map(
    Object.entries(plan.mapping).map(([field, header]) => [field, headers.indexOf(header ?? '')]),
  );
  const codes = communeCodes(plan.communes);
  const known = await knownKeys(connection, scope);
  const someObjected = await anybodyObjected(connection, scope);
  const checked: CheckedRow[] = [];
  for (const [index, row] of rows.entries()) {
    const cell = (field: ImportField): string => row[columns.get(field) ?? -1] ?? '';
    const problems = new Problems(locale);
    const commune = cell('commune');
    const facts = soloFacts(
      {
        displayName: cell('displayName') || cell('personName'),
        activity: cell('activity'),
        identifiedBy: cell('identifiedBy') || plan.source,
        personName: cell('personName'),
        email: cell('email'),
        phone: cell('phone'),
        siret: cell('siret'),
        website: cell('website'),
        communeCode: commune && (codes.get(communeKey(commune)) ?? '?'),
        nafCode: cell('nafCode'),
        skills: cell('skills').split(/[,;\n]/),
        presentation: cell('presentation'),
        notes: cell('notes'),
      },
      problems,
    );
    const line = index + 2;
    const add = (fate: RowFate, words: string[]) => checked.push({ line, fate, words, facts });
    if (problems.list.length > 0) {
      add(
        'REFUSED',
        problems.list.map(({ field, message }) => {
          const said = field === 'communeCode' ? unknownCommune(commune, en) : message;
          return `${FIELD_WORDS[field]?.[en] ?? field} : ${said}`;
        }),
      );
      continue;
    }
    const keys = [facts.emailKey, facts.phone, facts.siret].filter((key) => key !== null);
    const before = keys.map((key) => known.get(key)).find((place) => place !== undefined);
    if (before !== undefined) add('KNOWN', [alreadyKnown(before, en)]);
    else if (
      someObjected &&
      (await keptAway(connection, scope, {
        emailKey: facts.emailKey,
        phoneKey: facts.phone,
        siret: facts.siret,
      }))
    )
      add('AWAY', [
        en ? 'This person objected to being known here.' : 'Cette personne s’est opposée à figurer ici.',
      ]);
    else {
      add('TAKEN', []);
      for (const key of keys) known.set(key, line);
    }
  }
  return checked;
}

/** E-mail addresses, numbers and SIRETs that solos of the territory have; 0 stands for the directory. */
async function knownKeys(connection: Connection, scope: Scope): Promise<Map<string, number>> {
  const { rows } = await connection.query<{ key: string }>(
    `select unnest(array[email_key, phone_key, siret]) as key from solo_contact where territory_id = $1`,
    [scope.territoryId],
  );
  return new Map(rows.flatMap(({ key }) => (key === null ? [] : [[key, 0] as const])));
}

/** Whether there is anything to ask row by row. */
async function anybodyObjected(connection: Connection, scope: Scope): Promise<boolean> {
  const { rowCount } = await connection.query('select from objection_key where territory_id = $1 limit 1', [
    scope.territoryId,
  ]);
  return Boolean(rowCount);
}

const alreadyKnown = (place: number, en: number): string =>
  place === 0
    ? ([
        'Une fiche porte déjà ce courriel, ce téléphone ou ce SIRET.',
        'A record has this e-mail, telephone or SIRET already.',
      ][en] ?? '')
    : `${['Même courriel, téléphone ou SIRET que la ligne', 'Same e-mail, telephone or SIRET as line'][en]} ${place}.`;

const unknownCommune = (name: string, en: number): string =>
  `« ${name.slice(0, 60)} » ${['n’est pas une commune du territoire.', 'is no commune of the territory.'][en]}`;

const communeKey = (name: string): string =>
  nameKey(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^st /, 'saint ')
    .replace(/^ste /, 'sainte ');

const communeCodes = (communes: ImportPlan['communes']): Map<string, string> =>
  new Map(
    communes.flatMap(({ code, name }) => [
      [communeKey(code), code],
      [communeKey(name), code],
    ]),
  );
