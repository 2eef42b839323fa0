import type pg from 'pg';

/**
 * SQL that writes `import_enrolment` (facility, commune, year, children, classes) and leaves what changed in it in
 * `import_enrolled`. Figures that people entered stay, and a source without classes leaves those of one that has them.
 */
export async function writeEnrolments(
  client: pg.ClientBase,
  { territoryId, sourceId, overrides }: { territoryId: string; sourceId: string; overrides: boolean },
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ line: string }>(
    `with written as (
       insert into facility_enrolment as former (territory_id, facility_id, year, commune_code, children, classes, source_id)
       select $1, facility, year, commune, children, classes, $2 from import_enrolment
       on conflict (territory_id, facility_id, year) do update set
         children = excluded.children, classes = coalesce(excluded.classes, former.classes),
         commune_code = excluded.commune_code, source_id = excluded.source_id
       where (former.source_id = $2 or ($3 and former.source_id like 'import-%'))
         and (former.children, former.commune_code, former.classes)
           is distinct from (excluded.children, excluded.commune_code, coalesce(excluded.classes, former.classes))
       returning facility_id, year
     )
     select i.line from import_enrolment i join written w on w.facility_id = i.facility and w.year = i.year`,
    [territoryId, sourceId, overrides],
  );
  return new Set(rows.map(({ line }) => line));
}
