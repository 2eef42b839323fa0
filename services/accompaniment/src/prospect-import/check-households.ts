import { emailKey } from '@ancrage/input/contact-keys';
import type { ReadList } from '@ancrage/sheets/read';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { type HouseholdRow, householdRow } from './household-row.js';
import type { ProspectField } from './prospect-field.js';

/** What becomes of a row: taken, refused for what is wrong in it, or of a household that is known already. */
export type RowFate = 'TAKEN' | 'REFUSED' | 'KNOWN';

export interface CheckedHousehold {
  /** As a spreadsheet counts: the header is line 1. */
  line: number;
  fate: RowFate;
  /** What is wrong or why it is left, in the reader's language. */
  words: string[];
  /** The household that is known already. */
  prospectId: string | null;
  household: HouseholdRow;
}

const FIELD_WORDS: Record<ProspectField, [string, string]> = {
  name: ['nom', 'name'],
  email: ['courriel', 'e-mail'],
  phone: ['téléphone', 'telephone'],
  adults: ['adultes', 'adults'],
  children: ['enfants', 'children'],
  project: ['projet', 'project'],
  activity: ['activité', 'activity'],
  livesIn: ['commune', 'town'],
  horizon: ['horizon', 'horizon'],
  channel: ['origine', 'origin'],
  firstContact: ['premier contact', 'first contact'],
  lastContact: ['dernier contact', 'last contact'],
  stage: ['étape', 'stage'],
  consent: ['consentement', 'consent'],
  notes: ['notes', 'notes'],
};

/** Says of every row what would become of it. Nothing is written. */
export async function checkHouseholds(
  connection: Connection,
  scope: Scope,
  { headers, rows }: ReadList,
  columns: Partial<Record<string, string>>,
  locale: string,
): Promise<CheckedHousehold[]> {
  const en = locale === 'en';
  const places = new Map(
    Object.entries(columns).map(([field, header]) => [field, headers.indexOf(header ?? '')]),
  );
  const known = await knownKeys(connection, scope);
  const seen = new Map<string, number>();
  const now = new Date();
  return rows.map((row, index) => {
    const line = index + 2;
    const cell = (field: ProspectField): string => row[places.get(field) ?? -1] ?? '';
    const { household, problems } = householdRow(cell, (field) => places.has(field), now);
    if (problems.length > 0) {
      const words = problems.map(
        ([field, fr, english]) => `${FIELD_WORDS[field][en ? 1 : 0]} : ${en ? english : fr}`,
      );
      return { line, fate: 'REFUSED', words, prospectId: null, household };
    }
    const keys = keysOf(household);
    const prospectId = keys.map((key) => known.get(key)).find((id) => id !== undefined) ?? null;
    const before = keys.map((key) => seen.get(key)).find((place) => place !== undefined);
    if (prospectId !== null || before !== undefined)
      return { line, fate: 'KNOWN', words: [knownWords(before, en)], prospectId, household };
    for (const key of keys) seen.set(key, line);
    return { line, fate: 'TAKEN', words: [], prospectId: null, household };
  });
}

const keysOf = ({ email, phone }: HouseholdRow): string[] => [
  ...(email ? [emailKey(email)] : []),
  ...(phone ? [phone] : []),
];

/** The household of each address and number that the territory knows. */
async function knownKeys(connection: Connection, scope: Scope): Promise<Map<string, string>> {
  const { rows } = await connection.query<{ key: string | null; id: string }>(
    `select unnest(array[email_key, phone_key]) as key, prospect_id as id from prospect_contact where territory_id = $1`,
    [scope.territoryId],
  );
  return new Map(rows.flatMap(({ key, id }) => (key === null ? [] : [[key, id] as const])));
}

function knownWords(line: number | undefined, en: boolean): string {
  if (line !== undefined)
    return en
      ? `Same e-mail or telephone as line ${line}.`
      : `Même courriel ou téléphone que la ligne ${line}.`;
  return en
    ? 'A household has this e-mail or telephone already: it stays as it is.'
    : 'Un candidat a déjà ce courriel ou ce téléphone : sa fiche reste telle quelle.';
}
