import type { Database } from '@ancrage/subgraph/database';
import { summariseCommunes } from '../territory/offer-summary.js';

/** Communes of one round: the next one takes the rest. */
const AT_ONCE = 500;

/**
 * Notes once in the history of each fact that its verification expired, and recounts the communes concerned. Nothing
 * waits for it to be believed no more: facts are read by the clock; lists, maps and figures that are kept ready follow.
 * @returns how many expired; 0 as well when another replica is at it
 */
export function expireFacts(database: Database, territoryId: string): Promise<number> {
  return database.write({ territoryId, role: 'OPERATOR', userId: null }, async (connection) => {
    const lock = await connection.query<{ taken: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('ancrage expiry ' || $1)) as taken",
      [territoryId],
    );
    if (!lock.rows[0]?.taken) return 0;
    const due = await connection.query<{ commune: string }>(DUE, [territoryId]);
    if (due.rows.length === 0) return 0;
    const communes = due.rows.map(({ commune }) => commune);
    const { rowCount } = await connection.query(EXPIRE, [territoryId, communes]);
    await summariseCommunes(connection, territoryId, communes);
    return rowCount ?? 0;
  });
}

// The event is dated when it happened, which is also what tells that it was noted already.
const NOT_NOTED = `v.expires_at <= now() and not exists (
  select from fact_event e where e.territory_id = $1 and e.commune_code = v.commune_code and e.type_code = v.type_code
    and e.at = v.expires_at and e.kind = 'EXPIRED')`;

const DUE = `
  select distinct v.commune_code as commune from verification v where v.territory_id = $1 and ${NOT_NOTED} limit ${AT_ONCE}`;

const EXPIRE = `
  insert into fact_event (territory_id, commune_code, type_code, kind, previous_count, count, by, at)
  select v.territory_id, v.commune_code, v.type_code, 'EXPIRED', v.count, f.count, v.verified_by, v.expires_at
  from verification v
  left join offer_facts($1, $2) f on f.commune_code = v.commune_code and f.type_code = v.type_code
  where v.territory_id = $1 and v.commune_code = any($2) and ${NOT_NOTED}`;
