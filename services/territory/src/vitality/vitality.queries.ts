import type { SubgraphContext } from '@ancrage/subgraph';
import { suppress } from '@ancrage/subgraph/suppression';
import { FACILITY_COLUMNS, toFacility } from '../facility/facility.queries.js';
import { crecheStanding, schoolStanding, type Thresholds } from './outlook.js';
import type { Enrolment, FacilityVitality } from './vitality.js';

export const CRECHE = 'D502';
/** Pre-schools, primary and elementary schools: those whose classes a village counts. */
const SCHOOLS = ['C107', 'C108', 'C109'];

type Row = Parameters<typeof toFacility>[0] & { enrolments: Omit<Enrolment, 'suppressed'>[] };

/** So that the demonstration shows what thresholds say; they end with it. */
const DEMONSTRATION: Thresholds = { closing: 18, opening: 26, occupancy: 70 };

/** The thresholds that a territory set; those of a demonstration are marked. */
export async function selectThresholds(
  context: SubgraphContext,
  territoryId: string,
): Promise<{ set: Thresholds; demonstration: boolean }> {
  const [row] = await context.readIn<{ thresholds: Thresholds; demonstration: boolean }>(territoryId, {
    name: 'vitality thresholds',
    text: `select vitality_thresholds as thresholds, vitality_thresholds = '{}'
        and exists (select from source where territory_id = $1 and demonstration) as demonstration
      from territory where id = $1`,
    values: [territoryId],
  });
  return row?.demonstration
    ? { set: DEMONSTRATION, demonstration: true }
    : { set: row?.thresholds ?? {}, demonstration: false };
}

/** Schools and crèches of a territory, or of some of its communes, with their figures up to a year. */
export async function selectVitality(
  context: SubgraphContext,
  territoryId: string,
  { year = null, communes = null }: { year?: number | null; communes?: readonly string[] | null },
): Promise<FacilityVitality[]> {
  const [thresholds, rows] = await Promise.all([
    selectThresholds(context, territoryId),
    // A service that closed keeps its row while its source has it; the count of the commune says that it is gone.
    context.readIn<Row>(territoryId, {
      name: 'vitality',
      text: `select ${FACILITY_COLUMNS}, coalesce(known.enrolments, '[]') as enrolments
        from facility f
        join territory_commune tc on tc.territory_id = f.territory_id and tc.commune_code = f.commune_code
        left join lateral (
          select jsonb_agg(jsonb_build_object('year', e.year, 'children', e.children, 'classes', e.classes,
            'places', e.places, 'sourceId', e.source_id) order by e.year) as enrolments
          from facility_enrolment e
          where e.territory_id = f.territory_id and e.facility_id = f.id and ($3::int is null or e.year <= $3)
        ) known on true
        where f.territory_id = $1 and f.type_code = any($2) and tc.facility_counts ? f.type_code
          and ($4::text[] is null or f.commune_code = any($4))
        order by tc.name_key, f.commune_code, f.type_code, f.name, f.id`,
      values: [territoryId, [...SCHOOLS, CRECHE], year, communes],
    }),
  ]);
  const exact = context.isStaffOf(territoryId);
  return rows.map((row) => toVitality(row, thresholds.set, exact));
}

function toVitality(row: Row, thresholds: Thresholds, exact: boolean): FacilityVitality {
  const enrolments = row.enrolments.map((enrolment) => publish(enrolment, exact));
  const latest = enrolments.at(-1);
  const former = enrolments.at(-2);
  const figures = latest ?? { children: null, classes: null, places: null };
  const standing = row.typeCode === CRECHE ? crecheStanding : schoolStanding;
  return {
    id: row.id,
    facility: toFacility(row),
    communeCode: row.communeCode,
    enrolments,
    // From what shows alone: a difference must not give away what is kept.
    trend: latest?.children != null && former?.children != null ? latest.children - former.children : null,
    ...standing(figures, thresholds),
  };
}

function publish(enrolment: Omit<Enrolment, 'suppressed'>, exact: boolean): Enrolment {
  if (exact || enrolment.children === null) return { ...enrolment, suppressed: false };
  const { value, suppressed } = suppress(enrolment.children);
  return { ...enrolment, children: value, suppressed };
}

/** The same by commune, one statement for all that a request asks for. */
export function loadCommuneVitality(context: SubgraphContext, code: string): Promise<FacilityVitality[]> {
  const { territoryId } = context.scope;
  if (!territoryId) return Promise.resolve([]);
  return context.load('commune vitality', code, async (communes: readonly string[]) => {
    const all = await selectVitality(context, territoryId, { communes });
    return communes.map((commune) => all.filter(({ communeCode }) => communeCode === commune));
  });
}
