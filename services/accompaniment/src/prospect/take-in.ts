import { randomUUID } from 'node:crypto';
import { emailKey } from '@ancrage/input/contact-keys';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { isUuid } from '@ancrage/subgraph/pagination';
import { addConsent } from './add-consent.js';
import type { Newcomer } from './newcomer.js';
import { recordProspectEvent } from './record-prospect-event.js';

/** The household that a form is of, and whether the territory knew it before. */
export interface TakenIn {
  prospectId: string;
  known: boolean;
  /** This very form came before: nothing was changed. */
  again: boolean;
}

/**
 * Takes a household in, once: by the key of its form, else by its address. Who is known keeps what was known; only what
 * was blank is filled in, for nothing proves that the form is theirs. The scope must be a member's or `asTerritory`.
 */
export async function takeIn(connection: Connection, scope: Scope, newcomer: Newcomer): Promise<TakenIn> {
  const key = newcomer.email ? emailKey(newcomer.email) : null;
  const lock = newcomer.captureKey ?? key;
  if (lock) await lockAddress(connection, scope, key ?? lock);
  const captured = newcomer.captureKey ? await byCaptureKey(connection, scope, newcomer.captureKey) : null;
  if (captured) return { prospectId: captured, known: true, again: true };
  const met = key ? await byEmailKey(connection, scope, key) : null;
  const prospectId = met ?? randomUUID();
  if (met) await fillIn(connection, scope, met, newcomer);
  else await insertProspect(connection, scope, prospectId, newcomer, key);
  await addTouch(connection, scope, prospectId, newcomer);
  for (const consent of newcomer.consents)
    await addConsent(connection, scope, prospectId, consent, newcomer.at);
  if (!met)
    await recordProspectEvent(connection, scope, prospectId, 'CAME_IN', {
      detail: { form: newcomer.touch.form },
      at: newcomer.at ?? null,
    });
  return { prospectId, known: met !== null, again: false };
}

/** Two forms of one household wait for each other, wherever they run; `key` is its address as it is compared. */
export async function lockAddress(connection: Connection, scope: Scope, key: string): Promise<void> {
  await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [
    `${scope.territoryId} ${key}`,
  ]);
}

/** Of a household that was known before, its passage alone has the form's key. */
async function byCaptureKey(connection: Connection, { territoryId }: Scope, key: string) {
  const { rows } = await connection.query<{ id: string }>(
    `select id from prospect where territory_id = $1 and capture_key = $2
     union all select prospect_id from prospect_touch where territory_id = $1 and id = $3::uuid`,
    [territoryId, key, isUuid(key) ? key : null],
  );
  return rows[0]?.id ?? null;
}

/** Of several, the one that is still on its way, else the latest. */
async function byEmailKey(connection: Connection, { territoryId }: Scope, key: string) {
  const { rows } = await connection.query<{ id: string }>(
    `select p.id from prospect_contact c join prospect p on p.id = c.prospect_id
      where c.territory_id = $1 and c.email_key = $2
      order by p.stage <> 'LOST' desc, p.created_at desc, p.id limit 1`,
    [territoryId, key],
  );
  return rows[0]?.id ?? null;
}

async function insertProspect(
  connection: Connection,
  { territoryId }: Scope,
  id: string,
  newcomer: Newcomer,
  key: string | null,
): Promise<void> {
  await connection.query(
    `insert into prospect (id, territory_id, first_contact_on, last_contact_at, adults, children_birth_years, project,
                           activity, capture_key)
     values ($1, $2, (coalesce($3::timestamptz, now()) at time zone 'Europe/Paris')::date, coalesce($3, now()), $4, $5,
             $6, $7, $8)`,
    [
      id,
      territoryId,
      newcomer.at ?? null,
      newcomer.adults,
      newcomer.childrenBirthYears,
      newcomer.project ?? null,
      newcomer.activity ?? null,
      newcomer.captureKey ?? null,
    ],
  );
  await connection.query(
    `insert into prospect_contact (prospect_id, territory_id, name, email, email_key, phone, phone_key, locale)
     values ($1, $2, $3, $4, $5, $6, $6, $7)`,
    [id, territoryId, newcomer.name, newcomer.email, key, newcomer.phone, newcomer.locale],
  );
}

/** Who was lost and comes back by themselves starts anew. */
async function fillIn(
  connection: Connection,
  scope: Scope,
  id: string,
  { phone, project, activity }: Newcomer,
): Promise<void> {
  await connection.query(
    `update prospect_contact set phone = coalesce(phone, $3), phone_key = coalesce(phone_key, $3)
      where territory_id = $1 and prospect_id = $2`,
    [scope.territoryId, id, phone],
  );
  const { rows } = await connection.query<{ wasLost: boolean }>(
    `update prospect p set project = coalesce(p.project, $3), activity = coalesce(p.activity, $4),
       stage = case when p.stage = 'LOST' then 'NEW' else p.stage end, lost_reason = null, lost_at = null,
       version = p.version + 1
      from (select stage from prospect where territory_id = $1 and id = $2) as before
      where p.territory_id = $1 and p.id = $2 returning before.stage = 'LOST' as "wasLost"`,
    [scope.territoryId, id, project ?? null, activity ?? null],
  );
  if (rows[0]?.wasLost)
    await recordProspectEvent(connection, scope, id, 'MOVED', { detail: { from: 'LOST', to: 'NEW' } });
}

async function addTouch(
  connection: Connection,
  { territoryId }: Scope,
  prospectId: string,
  { touch, captureKey, at }: Newcomer,
): Promise<void> {
  const { form, linkCode, fairId, declaredChannel, declaredWords } = touch;
  await connection.query(
    `insert into prospect_touch (id, territory_id, prospect_id, at, form, link_id, fair_id, declared_channel, declared_words)
     values ($1, $2, $3, coalesce($4, now()), $5,
             (select id from promotion_link where territory_id = $2 and code = $6),
             coalesce($7, (select fair_id from promotion_link where territory_id = $2 and code = $6)), $8, $9)`,
    [
      captureKey && isUuid(captureKey) ? captureKey : randomUUID(),
      territoryId,
      prospectId,
      at ?? null,
      form,
      linkCode ?? null,
      fairId ?? null,
      declaredChannel ?? null,
      declaredWords ?? null,
    ],
  );
}
