import { randomUUID } from 'node:crypto';
import { redactLists } from '@ancrage/sheets/redact';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { lockSolo, type StandingSolo } from '../pipeline/move-solo.js';
import { copyRecord, type RecordCopy, type Row } from '../record/record-copy.js';
import { type ContactKeys, keepAway } from './objection.js';
import { onePerson } from './one-person.js';

export interface Erasure {
  soloId: string;
  /** Account of the member, SELF, REQUEST or RETENTION. */
  by: string;
  /** They do not want to be known here again: imports leave them out from now on. */
  objects: boolean;
}

/**
 * Erases a person: their record with all that belongs to it, what copies of it there are, what waits to be sent to
 * them. A row without any of it stays, so that what was counted goes on being counted. Doing it twice does nothing
 * more. Throws NOT_FOUND for somebody who never was. The scope must be a member's or `asTerritory`.
 */
export async function erasePerson(connection: Connection, scope: Scope, erasure: Erasure): Promise<void> {
  if (!(await lockUnlessErased(connection, scope, erasure.soloId))) return;
  const copy = await copyRecord(connection, erasure.soloId);
  const ids = await onePerson(connection, erasure.soloId);
  if (erasure.objects || copy['solo_contact']?.[0]?.['objected_at'])
    await keepAway(connection, scope, keysOf(copy));
  await connection.query('delete from solo where id = $1', [erasure.soloId]);
  await eraseCopies(connection, scope, copy, ids);
  await leaveTombstone(connection, copy);
  await connection.query(
    `insert into solo_erasure (solo_id, territory_id, erased_by) select id, $2, $3 from unnest($1::uuid[]) as gone (id)
     on conflict do nothing`,
    [ids, scope.territoryId, erasure.by],
  );
}

/**
 * Erases what tells of a person outside of their own record: merges, pairs told apart, letters and links from before they
 * were known, lists of others. `copy` is their record as it was, `ids` those of `onePerson`.
 */
export async function eraseCopies(
  connection: Connection,
  scope: Scope,
  copy: RecordCopy,
  ids: readonly string[],
): Promise<void> {
  await connection.query(
    'delete from solo_merge where kept_id = any($1::uuid[]) or merged_id = any($1::uuid[])',
    [ids],
  );
  await connection.query(
    'delete from duplicate_decision where first_id = any($1::uuid[]) or second_id = any($1::uuid[])',
    [ids],
  );
  const { emailKey } = keysOf(copy);
  if (emailKey) {
    // Written before anybody knew whose the address was.
    await connection.query(`delete from letter where territory_id = $1 and lower(recipient) = $2`, [
      scope.territoryId,
      emailKey,
    ]);
    await connection.query(`delete from entry_link where territory_id = $1 and email_key = $2`, [
      scope.territoryId,
      emailKey,
    ]);
  }
  await redactLists(connection, scope, 'solo_import', identifiers(copy));
}

/** Locks a solo; null when it was erased, be it while this waited. Throws NOT_FOUND for somebody who never was. */
export async function lockUnlessErased(
  connection: Connection,
  scope: Scope,
  soloId: string,
): Promise<StandingSolo | null> {
  try {
    return await lockSolo(connection, scope, soloId);
  } catch (error) {
    if (error instanceof NotFoundError && (await wasErased(connection, scope, soloId))) return null;
    throw error;
  }
}

async function wasErased(connection: Connection, scope: Scope, soloId: string): Promise<boolean> {
  const { rowCount } = await connection.query(
    'select 1 from solo_erasure where territory_id = $1 and solo_id = $2',
    [scope.territoryId, soloId],
  );
  return rowCount !== 0;
}

/** A row that counts as the person did, under another id, its dates to the day, and none of their words. */
async function leaveTombstone(connection: Connection, copy: RecordCopy): Promise<void> {
  const solo = copy['solo']?.[0] ?? {};
  const published = solo['published_at'] !== null || solo['consent_id'] !== null;
  const status = published || solo['status'] === 'WITHDRAWN' ? 'WITHDRAWN' : solo['status'];
  const id = randomUUID();
  await connection.query(
    `insert into solo (id, territory_id, slug, status, identified_by, identified_at, published_at, withdrawn_at,
       display_name, activity, skills, demonstration, erased_at)
     values ($1, $2, $3, $4::text::solo_status, '', date_trunc('day', $5::timestamptz, 'Europe/Paris'),
       date_trunc('day', $6::timestamptz, 'Europe/Paris'),
       case when $4::text = 'WITHDRAWN' then coalesce($7::timestamptz, now()) end, '', '', '{}', $8, now())`,
    [
      id,
      solo['territory_id'],
      `efface-${id}`,
      status,
      solo['identified_at'],
      solo['published_at'],
      solo['withdrawn_at'],
      solo['demonstration'],
    ],
  );
}

const text = (row: Row, column: string): string | null => (row[column] as string | null | undefined) ?? null;

function keysOf(copy: RecordCopy): ContactKeys {
  const contact = copy['solo_contact']?.[0] ?? {};
  return {
    emailKey: text(contact, 'email_key'),
    phoneKey: text(contact, 'phone_key'),
    siret: text(contact, 'siret'),
  };
}

/** What tells the person apart in somebody's table. */
function identifiers(copy: RecordCopy): string[] {
  const [solo = {}, contact = {}] = [copy['solo']?.[0], copy['solo_contact']?.[0]];
  const known = [
    text(solo, 'display_name'),
    text(contact, 'person_name'),
    ...['email', 'email_key', 'phone', 'phone_key', 'siret'].map((column) => text(contact, column)),
  ];
  return [...new Set(known.filter((value): value is string => value !== null && value.trim().length > 3))];
}
