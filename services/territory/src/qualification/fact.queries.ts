import type { SubgraphContext } from '@ancrage/subgraph';
import { FACILITY_TYPES } from '../facility/facility-types.js';
import type { Fact, FactDecision, FactStatement, FactVerification } from './fact.js';

export const CURATED_TYPES: readonly string[] = FACILITY_TYPES.map(({ code }) => code);

export interface FactRow {
  communeCode: string;
  typeCode: string;
  status: Fact['status'];
  count: number | null;
  basis: Fact['basis'];
  conflict: boolean;
  verification: FactVerification | null;
  decision: FactDecision | null;
}

/**
 * SQL of the facts of communes ($2) of a territory ($1): one for each of the types ($3), and one for each other that
 * somebody states. Columns are those of FactRow but the last two.
 */
export const FACTS = `
  select commune_code as "communeCode", type_code as "typeCode",
    coalesce(said.status, case when listed.type_code is null then 'UNKNOWN' else 'ABSENT' end) as status,
    coalesce(said.count, case when said.status is null and listed.type_code is not null then 0 end) as count,
    coalesce(said.basis, case when listed.type_code is null then 'NONE' else 'SOURCE' end) as basis,
    coalesce(said.conflict, false) as conflict, coalesce(said.verified, false) as verified,
    coalesce(said.expired, false) as expired, coalesce(said.stale, false) as stale, said.expires_at, said.verified_at
  from (
    select commune_code, type_code from unnest($2::text[]) as commune_code, unnest($3::text[]) as type_code
    union select commune_code, type_code from said
  ) key
  left join said using (commune_code, type_code)
  left join listed using (commune_code, type_code)`;

/** What must stand before FACTS: the rule, applied once, and which types are listed completely where. */
export const SAID = `said as materialized (select * from offer_facts($1, $2)),
  listed as materialized (
    select distinct s.commune_code, type_code
    from offer_statement s join source on source.id = s.source_id, unnest(exhaustive_types) as type_code
    where s.territory_id = $1 and s.current and s.commune_code = any($2) and type_code = any($3))`;

/** The columns of a fact that tell who vouched for it and who decided; `f` is a row of FACTS. */
export const VOUCHED = `
  (select jsonb_build_object('count', v.count, 'verifiedBy', v.verified_by, 'verifiedAt', v.verified_at, 'expiresAt', v.expires_at,
      'expired', f.expired, 'note', v.note)
    from verification v where v.territory_id = $1 and v.commune_code = f."communeCode" and v.type_code = f."typeCode") as verification,
  (select jsonb_build_object('count', d.count, 'reason', d.reason, 'decidedBy', d.decided_by, 'decidedAt', d.decided_at, 'stale', f.stale)
    from conflict_decision d where d.territory_id = $1 and d.commune_code = f."communeCode" and d.type_code = f."typeCode") as decision`;

/** Every fact of a commune, batched: the types that matter in the platform's order, then others by code. */
export function loadFacts(context: SubgraphContext, code: string): Promise<Fact[]> {
  return context.load('facts', code, async (codes: readonly string[]) => {
    const rows = await context.read<FactRow>({
      name: 'facts',
      text: `with ${SAID} select f.*, ${VOUCHED} from (${FACTS}) f
        order by array_position($3::text[], f."typeCode") nulls last, f."typeCode"`,
      values: [context.requireTerritory(), codes, CURATED_TYPES],
    });
    return grouped(codes, rows.map(toFact));
  });
}

/** One fact; null for a type that nobody states and that is not one of those that matter. */
export async function loadFact(
  context: SubgraphContext,
  communeCode: string,
  typeCode: string,
): Promise<Fact | null> {
  const facts = await loadFacts(context, communeCode);
  return facts.find(({ type }) => type.code === typeCode) ?? null;
}

export function toFact({ typeCode, verification, decision, ...row }: FactRow): Fact {
  const { communeCode, status, count, basis, conflict } = row;
  return {
    communeCode,
    status,
    count,
    basis,
    conflict,
    type: { code: typeCode },
    verification: verification && {
      ...verification,
      verifiedAt: new Date(verification.verifiedAt),
      expiresAt: new Date(verification.expiresAt),
    },
    decision: decision && { ...decision, decidedAt: new Date(decision.decidedAt) },
  };
}

/** Lists of rows in the order of the communes asked for. */
export function grouped<Row extends { communeCode: string }>(
  codes: readonly string[],
  rows: readonly Row[],
): Row[][] {
  const byCommune = new Map<string, Row[]>(codes.map((code) => [code, []]));
  for (const row of rows) byCommune.get(row.communeCode)?.push(row);
  return codes.map((code) => byCommune.get(code) ?? []);
}

type StatementRow = FactStatement & { communeCode: string; typeCode: string };

/** What each source says of one fact, the most believed first. */
export async function loadStatements(context: SubgraphContext, fact: Fact): Promise<FactStatement[]> {
  const rows = await context.load('statements', fact.communeCode, async (codes: readonly string[]) => {
    const found = await context.read<StatementRow>({
      name: 'statements',
      text: `with said as materialized (select * from offer_claims($1, $2))
        select commune_code as "communeCode", type_code as "typeCode", source_id as "sourceId", count,
          stated_at as "statedAt", vintage
        from (
          select commune_code, type_code, source_id, count, rank, stated_at, vintage from said
          union all
          select s.commune_code, listed.code, s.source_id, 0, source_rank(s.source_id), s.stated_at, s.vintage
          from offer_statement s join source on source.id = s.source_id, unnest(exhaustive_types) as listed (code)
          where s.territory_id = $1 and s.current and s.commune_code = any($2) and not exists (
            select from said where said.commune_code = s.commune_code and said.type_code = listed.code)
        ) claim order by rank desc, stated_at desc, source_id`,
      values: [context.requireTerritory(), codes],
    });
    return grouped(codes, found);
  });
  return rows.filter(({ typeCode }) => typeCode === fact.type.code);
}
