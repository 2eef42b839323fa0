import type pg from 'pg';
import type { Merge, Merged, Target } from '../dataset.js';
import { writeEnrolments } from './enrolments.js';

const OWN = "nullif(current_setting('app.territory_id', true), '')::uuid";

/** Pupils and classes of schools that the territory knows from their directory, by school year. */
export const SCHOOL_SIZE_TARGET: Target = {
  columns: {
    facility: 'uuid',
    school: 'text',
    department: 'text',
    commune: 'text',
    year: 'integer',
    children: 'integer',
    classes: 'integer',
  },
  separate: [
    // The file names communes and does not number them; it is the school's number that tells which are the territory's.
    `create temp table import_place on commit drop as
       select i.line, f.commune_code as found, c.code as named, tc.commune_code as own,
         row_number() over (partition by i.facility, i.year order by i.line) as nth
       from import_row i
       left join facility f on f.id = i.facility and f.territory_id = ${OWN}
       left join commune_reference c on c.department_code = i.department and c.slug = i.commune
       left join territory_commune tc on tc.commune_code = c.code and tc.territory_id = ${OWN}`,
    `create temp table import_refused on commit drop as
       select line, 'DUPLICATE' as code, 'an earlier row is the same' as reason from import_place where nth > 1
       union all
       select i.line, 'VALUE', 'the directory of schools has no ' || i.school || ' here: import it first, as education'
       from import_row i join import_place p using (line) where p.nth = 1 and p.found is null and p.own is not null
       union all
       select i.line, 'COMMUNE', 'no commune of the department has the name "' || left(i.commune, 60) || '"'
       from import_row i join import_place p using (line)
       where p.nth = 1 and p.found is null and p.named is null
         and i.department in (
           select c.department_code from territory_commune tc join commune_reference c on c.code = tc.commune_code
           where tc.territory_id = ${OWN})`,
    'delete from import_row i using import_refused r where r.line = i.line',
  ],
  merge,
};

async function merge(client: pg.ClientBase, merge: Merge): Promise<Merged> {
  await client.query(
    `create temp table import_enrolment on commit drop as
       select i.line, i.facility, p.found as commune, i.year, i.children, i.classes
       from import_row i join import_place p using (line) where p.found is not null`,
  );
  const { rows } = await client.query<{ inside: number; outside: number }>(
    `select (select count(*)::int from import_enrolment) as inside,
       (select count(*)::int from import_row) - (select count(*)::int from import_enrolment) as outside`,
  );
  const { inside = 0, outside = 0 } = rows[0] ?? {};
  const imported = (await writeEnrolments(client, { ...merge, overrides: true })).size;
  return { imported, unchanged: inside - imported, removed: 0, outside };
}
