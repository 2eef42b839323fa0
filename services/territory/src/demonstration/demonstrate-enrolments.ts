import type pg from 'pg';
import { insertRows } from '../reference/load-reference.js';
import { randomFrom } from './random.js';

const YEARS = 4;

interface Facility {
  id: string;
  typeCode: string;
  communeCode: string;
  population: number;
  sourceId: string;
}

/** Gives the generated schools and crèches of a territory children, once: four years, most of them losing a few. */
export async function demonstrateEnrolments(client: pg.ClientBase, territoryId: string): Promise<void> {
  const { rows } = await client.query<Facility>(
    `select f.id, f.type_code as "typeCode", f.commune_code as "communeCode", tc.population, f.source_id as "sourceId"
     from facility f join source s on s.id = f.source_id and s.demonstration
     join territory_commune tc on tc.territory_id = f.territory_id and tc.commune_code = f.commune_code
     where f.territory_id = $1 and f.type_code in ('C107', 'C108', 'C109', 'D502')
       and not exists (select from facility_enrolment where territory_id = $1)
     order by f.id`,
    [territoryId],
  );
  const last = new Date().getFullYear() - (new Date().getMonth() < 8 ? 1 : 0);
  const enrolments = rows.flatMap((facility) =>
    Array.from({ length: YEARS }, (_, index) => ({
      territory_id: territoryId,
      facility_id: facility.id,
      commune_code: facility.communeCode,
      source_id: facility.sourceId,
      year: last - YEARS + 1 + index,
      ...figures(facility, index),
    })),
  );
  if (enrolments.length > 0) await insertRows(client, 'facility_enrolment', enrolments);
}

/** One school in nine has not answered for its last year: what is not known shows as such. */
function figures({ id, typeCode, population }: Facility, index: number) {
  const drift = 1 + (randomFrom(id, 'drift') - 0.6) * 0.09 * index;
  if (typeCode === 'D502') {
    const places = 10 + Math.floor(randomFrom(id, 'places') * 16);
    const children = Math.round(places * Math.min(1, (0.62 + 0.4 * randomFrom(id, 'taken')) * drift));
    return { children, places, classes: null };
  }
  const first = Math.max(9, Math.min(190, population * (0.045 + 0.03 * randomFrom(id, 'pupils'))));
  const classes = Math.max(1, Math.round(first / 21));
  const unanswered = index === YEARS - 1 && randomFrom(id, 'answer') < 0.11;
  return { children: unanswered ? null : Math.round(first * drift), classes, places: null };
}
