import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { NewProspectConsent, NewTouch } from './newcomer.js';
import type { ProspectFacts } from './prospect-facts.js';
import { recordProspectEvent } from './record-prospect-event.js';
import { takeIn } from './take-in.js';
import { fillInProspect } from './write-prospect.js';

/** Somebody who wants to be called back: checked and cleaned. */
export interface CallbackRequest {
  facts: ProspectFacts & { phone: string };
  touch: NewTouch;
  consents: NewProspectConsent[];
  /** Chosen by the form: sent twice, it is one call. */
  key: string;
  /** By when they are to be called, as 2026-11-23. */
  callOn: string;
}

/** Calls that one number may ask for in a day; more are thanked, and change nothing. */
const MOST_A_DAY = 3;
/** What agents read: a remark of the house's own, in the language it works in. */
const TO_DO = 'Rappeler';

/**
 * Takes in somebody who wants to be called, and puts the call on the list of what is to be done. A form that is sent
 * again, and a number that asks again the same day without an address, are the same household. The scope must be
 * `asTerritory`; nothing of what this finds out may show in the answer.
 */
export async function askCallback(
  connection: Connection,
  scope: Scope,
  { facts, touch, consents, key, callOn }: CallbackRequest,
): Promise<void> {
  await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 12))', [
    `${scope.territoryId} ${facts.phone}`,
  ]);
  const earlier = await asksOfToday(connection, scope, facts.phone);
  if (earlier.length >= MOST_A_DAY || earlier.some((ask) => ask.key === key)) return;
  const same = facts.email ? undefined : earlier[0]?.prospectId;
  const prospectId =
    same ?? (await takeIn(connection, scope, { ...facts, touch, consents, captureKey: key })).prospectId;
  await fillInProspect(connection, scope, prospectId, facts);
  await recordProspectEvent(connection, scope, prospectId, 'CALLBACK_ASKED', {
    note: facts.project,
    // The number of this form: the one on record may be another, and stays.
    detail: { name: facts.name, phone: facts.phone, when: facts.callWhen, key },
  });
  await putOnList(connection, scope, prospectId, callOn);
}

async function asksOfToday(connection: Connection, { territoryId }: Scope, phone: string) {
  const { rows } = await connection.query<{ prospectId: string; key: string }>(
    `select e.prospect_id as "prospectId", e.detail ->> 'key' as key
       from prospect_event e join prospect p on p.id = e.prospect_id
      where e.territory_id = $1 and e.kind = 'CALLBACK_ASKED' and e.detail ->> 'phone' = $2
        and e.at > now() - interval '1 day' and p.anonymised_at is null
      order by e.at`,
    [territoryId, phone],
  );
  return rows;
}

/** A call is due before anything that was planned later; what was planned is kept beside it. */
async function putOnList(
  connection: Connection,
  scope: Scope,
  prospectId: string,
  callOn: string,
): Promise<void> {
  const { rowCount } = await connection.query(
    `update prospect set next_action = left(case when next_action is null or next_action like $3 || '%' then $3
         else $3 || ' · ' || next_action end, 200), next_action_on = $4
      where territory_id = $1 and id = $2 and (next_action_on is null or next_action_on > $4::date)`,
    [scope.territoryId, prospectId, TO_DO, callOn],
  );
  if (rowCount === 1)
    await recordProspectEvent(connection, scope, prospectId, 'NEXT_ACTION', {
      detail: { what: TO_DO, on: callOn },
    });
}
