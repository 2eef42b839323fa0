import type { SubgraphContext } from '@ancrage/subgraph';
import type { Fact } from './fact.js';
import type { FactMoment } from './fact-history.js';

/** Years of yearly editions and of verifications; a fact that has more shows the latest. */
const LONGEST = 200;

// An edition that says of the type what the one before said is no event of its history.
const TEXT = `
  select at, kind, count, "previousCount", "sourceId", by, reason from (
    select stated_at as at, 'IMPORTED' as kind, count, lag(count) over edition as "previousCount", source_id as "sourceId",
      null as by, vintage as reason, row_number() over edition = 1 as first
    from (
      select s.stated_at, s.vintage, s.source_id,
        coalesce((s.counts ->> $3)::int, case when $3 = any(source.exhaustive_types) then 0 end) as count
      from offer_statement s join source on source.id = s.source_id
      where s.territory_id = $1 and s.commune_code = $2
    ) said window edition as (partition by source_id order by stated_at)
    union all
    select at, kind::text, count, previous_count, null, by, reason, false from fact_event
    where territory_id = $1 and commune_code = $2 and type_code = $3
    union all
    select created_at, 'REPORTED', proposed_count, known_count, null, sent_by, nullif(note, ''), false from correction
    where territory_id = $1 and commune_code = $2 and type_code = $3
  ) moment
  where kind <> 'IMPORTED' or (first and count is not null) or (not first and count is distinct from "previousCount")
  order by at desc, kind limit ${LONGEST}`;

/** What happened to a fact, newest first. */
export function selectHistory(context: SubgraphContext, { communeCode, type }: Fact): Promise<FactMoment[]> {
  return context.read<FactMoment>({
    name: 'history of a fact',
    text: TEXT,
    values: [context.requireTerritory(), communeCode, type.code],
  });
}
