import type { Connection } from '@ancrage/subgraph/database';
import type { StandingCase } from './change-installation.js';

/** The columns that members change, by the name they have in the API. */
const COLUMNS = {
  horizon: 'horizon',
  expectedOn: 'expected_on',
  effectiveOn: 'effective_on',
  communeCode: 'commune_code',
  evidence: 'evidence',
  declaredBy: 'declared_by',
  evidenceNote: 'evidence_note',
  evidenceFileId: 'evidence_file_id',
  jobs: 'jobs',
  adults: 'adults',
  childrenBirthYears: 'children_birth_years',
  leadId: 'lead_id',
  leadName: 'lead_name',
} as const;
type Field = keyof typeof COLUMNS;

/** What a change did to a field, as the trail keeps it: before → after. */
export type Changes = Record<string, string>;

/** Which of the fields are to be something else than they are. */
export function changesOf(standing: StandingCase, facts: Partial<Record<Field, unknown>>): Changes {
  const changes: Changes = {};
  for (const [field, value] of Object.entries(facts) as [Field, unknown][]) {
    const [before, after] = [wordOf(standing[field]), wordOf(value)];
    // Accounts say nothing to who reads the trail: their names do.
    if (before !== after && field !== 'leadId') changes[field] = `${before || '–'} → ${after || '–'}`;
  }
  return changes;
}

const wordOf = (value: unknown): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value);

/** Writes fields of a locked case; `more` are further assignments of fixed words. */
export async function writeInstallation(
  connection: Connection,
  territoryId: string | null,
  id: string,
  facts: Partial<Record<Field, unknown>>,
  more: readonly string[] = [],
): Promise<void> {
  const fields = Object.keys(facts) as Field[];
  const assignments = fields.map((field, index) => `${COLUMNS[field]} = $${index + 3}`);
  await connection.query(
    `update installation set ${[...assignments, ...more, 'version = version + 1'].join(', ')}
      where territory_id = $1 and id = $2`,
    [territoryId, id, ...fields.map((field) => facts[field] ?? null)],
  );
}
