import type pg from 'pg';
import type { Merge, Merged, Target } from '../dataset.js';
import { refuseRepeated } from '../rejection.js';

const COUNTS = [
  'premises',
  'at_least8',
  'at_least30',
  'at_least100',
  'at_least1000',
  'copper',
  'cable',
  'fibre',
  'fixed4g',
  'satellite',
] as const;
export type CoverageCount = (typeof COUNTS)[number];

/**
 * ARCEP publishes speeds and technologies in files of their own: each fills its columns of a commune's quarter
 * and leaves the others as they are.
 */
export const COVERAGE_TARGET: Target = {
  columns: {
    commune: 'text',
    quarter: 'text',
    ...Object.fromEntries(COUNTS.map((count) => [count, 'integer'])),
  },
  separate: refuseRepeated('commune, quarter'),
  merge,
};

const merged = (count: string) => `coalesce(s.${count}, b.${count})`;

async function merge(client: pg.ClientBase, { territoryId, sourceId }: Merge): Promise<Merged> {
  const staged = await client.query<{ count: number }>('select count(*)::int as count from import_row');
  const updated = await client.query(
    `update broadband_coverage b set ${COUNTS.map((count) => `${count} = ${merged(count)}`).join(', ')}, source_id = $2
     from import_row s
     where b.territory_id = $1 and b.commune_code = s.commune and b.quarter = s.quarter
       and (${COUNTS.map((count) => `b.${count}`).join(', ')}) is distinct from (${COUNTS.map(merged).join(', ')})`,
    [territoryId, sourceId],
  );
  const inserted = await client.query(
    `insert into broadband_coverage (territory_id, commune_code, quarter, ${COUNTS.join(', ')}, source_id)
     select $1, commune, quarter, ${COUNTS.join(', ')}, $2 from import_row on conflict do nothing`,
    [territoryId, sourceId],
  );
  const imported = (updated.rowCount ?? 0) + (inserted.rowCount ?? 0);
  return { imported, unchanged: (staged.rows[0]?.count ?? 0) - imported, removed: 0 };
}

/** A staged row; counts that the file does not give stay null, which is unknown and not zero. */
export function stagedCoverage(
  commune: string,
  quarter: string,
  counts: Partial<Record<CoverageCount, number>>,
): (string | number | null)[] {
  return [commune, quarter, ...COUNTS.map((count) => counts[count] ?? null)];
}
