import type { SubgraphContext } from '@ancrage/subgraph';
import { FACILITY_TYPES } from '../facility/facility-types.js';
import { CURATED_TYPES, FACTS, SAID } from './fact.queries.js';
import type { FamilyQualification, Qualification } from './qualification.js';

const FAMILIES = FACILITY_TYPES.map(({ family }) => family);
const FAMILY_ORDER = [...new Set(FAMILIES)];

interface QualificationRow {
  communeCode: string;
  families: FamilyQualification[];
  conflicts: { type: string; claims: Record<string, number> }[] | null;
  verifiedAt: Date | null;
  verifiedBy: string | null;
  expiresAt: Date | null;
}

// The families of 4,446 communes are asked for at once by whoever draws them side by side: one statement, any number.
const TEXT = `with ${SAID}, fact as (${FACTS}),
  curated as (select type_code, family from unnest($3::text[], $4::text[]) as listed (type_code, family)),
  by_family as (
    select "communeCode", family, count(*) as types, count(*) filter (where status = 'PRESENT') as present,
      count(*) filter (where status = 'ABSENT') as absent, count(*) filter (where status in ('UNKNOWN', 'UNVERIFIED')) as unknown,
      count(*) filter (where verified) as verified, count(*) filter (where expired) as expired, count(*) filter (where conflict) as conflicts
    from fact join curated on curated.type_code = fact."typeCode" group by "communeCode", family
  )
  select "communeCode", jsonb_agg(jsonb_build_object('family', family, 'types', types, 'present', present, 'absent', absent,
      'unknown', unknown, 'verified', verified, 'expired', expired, 'conflicts', by_family.conflicts)) as families,
    told.*
  from by_family left join (
    select commune_code, max(verified_at) as "verifiedAt", (array_agg(verified_by order by verified_at desc nulls last))[1] as "verifiedBy",
      min(expires_at) filter (where verified) as "expiresAt",
      jsonb_agg(jsonb_build_object('type', type_code, 'claims', claims) order by type_code) filter (where conflict) as conflicts
    from said group by commune_code
  ) told on told.commune_code = "communeCode"
  group by "communeCode", told.commune_code, told."verifiedAt", told."verifiedBy", told."expiresAt", told.conflicts`;

/** How well a commune is known, batched: one statement for any number of communes. */
export function loadQualification(context: SubgraphContext, code: string): Promise<Qualification> {
  return context.load('qualification', code, async (codes: readonly string[]) => {
    const rows = await context.read<QualificationRow>({
      name: 'qualification',
      text: TEXT,
      values: [context.requireTerritory(), codes, CURATED_TYPES, FAMILIES],
    });
    const byCode = new Map(rows.map((row) => [row.communeCode, toQualification(row)]));
    return codes.map((key) => byCode.get(key) as Qualification);
  });
}

function toQualification({ families, conflicts, ...row }: QualificationRow): Qualification {
  const sum = (value: (family: FamilyQualification) => number) =>
    families.reduce((total, family) => total + value(family), 0);
  const types = sum((family) => family.types);
  return {
    completeness: sum(({ present, absent }) => present + absent) / types,
    verifiedShare: sum(({ verified }) => verified) / types,
    verifiedAt: row.verifiedAt,
    verifiedBy: row.verifiedBy,
    expiresAt: row.expiresAt,
    families: families.toSorted((a, b) => FAMILY_ORDER.indexOf(a.family) - FAMILY_ORDER.indexOf(b.family)),
    conflicts: (conflicts ?? []).map(({ type, claims }) => ({
      field: type,
      type: { code: type },
      values: Object.entries(claims).map(([sourceId, count]) => ({ sourceId, value: String(count) })),
    })),
  };
}
