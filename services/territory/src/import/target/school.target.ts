import type pg from 'pg';
import type { Merge, Merged, Target } from '../dataset.js';
import { writeEnrolments } from './enrolments.js';
import { FACILITY_TARGET } from './facility.target.js';

/** Schools, and their pupils in the school year of the file. */
export const SCHOOL_TARGET: Target = {
  ...FACILITY_TARGET,
  columns: { ...FACILITY_TARGET.columns, year: 'integer', children: 'integer' },
  async merge(client: pg.ClientBase, merge: Merge): Promise<Merged> {
    const merged = await FACILITY_TARGET.merge(client, merge);
    await client.query(
      `create temp table import_enrolment on commit drop as
         select line, id as facility, commune, year, children, null::integer as classes
         from import_row where year is not null and children is not null`,
    );
    const written = await writeEnrolments(client, { ...merge, overrides: false });
    // A school that stayed as it was, but for its pupils, changed too.
    const { rows } = await client.query<{ pupils: number }>(
      `select count(*)::int as pupils from import_row i
       where line = any($1) and to_regclass('pg_temp.import_difference') is not null`,
      [[...written]],
    );
    const pupils = Math.min(rows[0]?.pupils ?? 0, merged.unchanged);
    return { ...merged, imported: merged.imported + pupils, unchanged: merged.unchanged - pupils };
  },
};
