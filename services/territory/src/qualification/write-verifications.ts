import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { summariseCommunes } from '../territory/offer-summary.js';

/** What somebody vouches for, about one type of service of one commune. */
export interface Vouched {
  commune: string;
  type: string;
  count: number;
  /** The body, as the public reads it. */
  by: string;
  note: string | null;
  /** Names of what is there; those that no facility has yet are added. */
  names: string[];
}

/**
 * Writes verifications, what they change in the history, and the figures that hang on them. Whoever vouches settles:
 * a decision that says otherwise is withdrawn.
 * @param vouched each fact once
 */
export async function writeVerifications(
  connection: Connection,
  { scope }: SubgraphContext,
  vouched: readonly Vouched[],
): Promise<void> {
  if (vouched.length === 0) return;
  const territoryId = scope.territoryId as string;
  const given = [territoryId, JSON.stringify(vouched), scope.userId];
  await connection.query(EVENTS, given);
  await connection.query(WITHDRAWN, given);
  await connection.query(VERIFICATIONS, given.slice(0, 2));
  await addNamed(connection, territoryId, vouched);
  await summariseCommunes(connection, territoryId, [...new Set(vouched.map(({ commune }) => commune))]);
}

const GIVEN = `given as (
  select * from jsonb_to_recordset($2::jsonb) as g (commune text, type text, count int, by text, note text)
)`;

// Before anything is written: what was believed is part of the history.
const EVENTS = `
  with ${GIVEN}
  insert into fact_event (territory_id, commune_code, type_code, kind, previous_count, count, by, reason, user_id, at)
  select $1, g.commune, g.type,
    (case when former.count is not distinct from g.count then 'VERIFIED' else 'CORRECTED' end)::fact_event_kind,
    former.count, g.count, g.by, g.note, $3, clock_timestamp()
  from given g left join offer_facts($1, array(select commune from given)) former
    on former.commune_code = g.commune and former.type_code = g.type`;

const WITHDRAWN = `
  with ${GIVEN}, gone as (
    delete from conflict_decision d using given g
    where d.territory_id = $1 and d.commune_code = g.commune and d.type_code = g.type and d.count <> g.count
    returning d.commune_code, d.type_code, d.count as previous, g.count, g.by
  )
  insert into fact_event (territory_id, commune_code, type_code, kind, previous_count, count, by, user_id, at)
  select $1, commune_code, type_code, 'DECISION_WITHDRAWN', previous, count, by, $3, clock_timestamp() from gone`;

const VERIFICATIONS = `
  with ${GIVEN}
  insert into verification as v (territory_id, commune_code, type_code, count, verified_by, verified_at, expires_at, note)
  select $1, commune, type, count, by, now(),
    now() + make_interval(months => (select verification_months from territory where id = $1)), note
  from given
  on conflict (territory_id, commune_code, type_code) do update set count = excluded.count,
    verified_by = excluded.verified_by, verified_at = excluded.verified_at, expires_at = excluded.expires_at, note = excluded.note`;

/** Services that were named and that no source lists show as the territory's own. */
async function addNamed(
  connection: Connection,
  territoryId: string,
  vouched: readonly Vouched[],
): Promise<void> {
  const named = vouched.flatMap(({ commune, type, names, count }) =>
    count === 0 ? [] : names.map((name) => ({ id: randomUUID(), commune, type, name })),
  );
  if (named.length === 0) return;
  const sourceId = `ground-${territoryId}`;
  await connection.query(
    `insert into source (id, territory_id, producer, dataset, vintage, licence, retrieved_at)
     select $2, id, name, 'Services vérifiés sur le terrain', to_char(now(), 'YYYY'), 'Licence Ouverte 2.0', now()
     from territory where id = $1
     on conflict (id) do update set vintage = excluded.vintage, retrieved_at = excluded.retrieved_at`,
    [territoryId, sourceId],
  );
  await connection.query(
    `insert into facility (id, territory_id, commune_code, type_code, name, source_id)
     select distinct on (n.commune, n.type, lower(n.name)) n.id, $1, n.commune, n.type, n.name, $2
     from jsonb_to_recordset($3::jsonb) as n (id uuid, commune text, type text, name text)
     where not exists (select from facility f
       where f.territory_id = $1 and f.commune_code = n.commune and f.type_code = n.type and lower(f.name) = lower(n.name))`,
    [territoryId, sourceId, JSON.stringify(named)],
  );
}

/** How the territory signs what its agents do: people are named in the history alone. */
export async function bodyOf(connection: Connection, territoryId: string): Promise<string> {
  const { rows } = await connection.query<{ name: string }>('select name from territory where id = $1', [
    territoryId,
  ]);
  return rows[0]?.name ?? '';
}
