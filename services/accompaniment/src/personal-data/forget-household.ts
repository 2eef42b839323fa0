import { randomUUID } from 'node:crypto';
import { redactLists } from '@ancrage/sheets/redact';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { leaveCountingRow } from './leave-counting-row.js';
import { oneHousehold } from './one-household.js';

/** Why a household is forgotten: three years without a sign of theirs, or because they asked for it. */
export type Forgetting = 'RETENTION' | 'REQUEST';

interface KnownBy {
  name: string | null;
  email: string | null;
  emailKey: string | null;
  phone: string | null;
}

/**
 * Forgets a household: contact, timeline, files, consents, letters, copies in merges and lists, the words of its
 * registrations, visits and answers. A row that counts stays, under another id that leads to nobody. Gives that id, or
 * null when there is no such household (any more). Seats in coming sessions are given up before, by `giveUpSeats`. The
 * scope must be a member's, or the territory's own.
 */
export async function forgetHousehold(
  connection: Connection,
  scope: Scope,
  prospectId: string,
  because: Forgetting,
): Promise<string | null> {
  const known = await lockHousehold(connection, scope, prospectId);
  if (!known) return null;
  const ids = await oneHousehold(connection, prospectId);
  const heirId = randomUUID();
  await leaveCountingRow(connection, scope, prospectId, heirId);
  await connection.query(
    'delete from prospect_merge where kept_id = any($1::uuid[]) or merged_id = any($1::uuid[])',
    [ids],
  );
  await connection.query(
    'delete from prospect_pair where first_id = any($1::uuid[]) or second_id = any($1::uuid[])',
    [ids],
  );
  // Contact, timeline, files, consents and letters go with it.
  await connection.query('delete from prospect where territory_id = $1 and id = $2', [
    scope.territoryId,
    prospectId,
  ]);
  await forgetAddress(connection, scope, known.emailKey);
  await redactLists(connection, scope, 'prospect_import', identifiers(known));
  await recordProspectEvent(connection, scope, heirId, 'ANONYMISED', { detail: { because } });
  return heirId;
}

/** Locks a household; null when it is gone, be it while this waited, or nothing of it is left to be forgotten. */
async function lockHousehold(
  connection: Connection,
  { territoryId }: Scope,
  prospectId: string,
): Promise<KnownBy | null> {
  const { rowCount } = await connection.query(
    'select 1 from prospect where territory_id = $1 and id = $2 and anonymised_at is null for update',
    [territoryId, prospectId],
  );
  if (!rowCount) return null;
  const { rows } = await connection.query<KnownBy>(
    'select name, email, email_key as "emailKey", phone from prospect_contact where territory_id = $1 and prospect_id = $2',
    [territoryId, prospectId],
  );
  return rows[0] ?? { name: null, email: null, emailKey: null, phone: null };
}

/** What is kept by an address alone, unless somebody else here has the same. */
async function forgetAddress(connection: Connection, scope: Scope, key: string | null): Promise<void> {
  if (!key) return;
  const { rowCount } = await connection.query(
    'select 1 from prospect_contact where territory_id = $1 and email_key = $2 limit 1',
    [scope.territoryId, key],
  );
  if (rowCount) return;
  await connection.query('delete from letter where territory_id = $1 and lower(recipient) = $2', [
    scope.territoryId,
    key,
  ]);
  await connection.query('delete from mail_refusal where territory_id = $1 and email_key = $2', [
    scope.territoryId,
    key,
  ]);
}

/** What tells them apart in somebody's table. */
const identifiers = ({ name, email, emailKey, phone }: KnownBy): string[] =>
  [
    ...new Set([name, email, emailKey, phone].filter((value) => value !== null && value.trim().length > 3)),
  ] as string[];
