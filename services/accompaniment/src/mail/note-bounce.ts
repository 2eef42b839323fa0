import { emailKey } from '@ancrage/input/contact-keys';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';

/** Takes note that nothing reaches an address, with what its server said: the households that gave it show so. */
export async function noteBounce(
  connection: Connection,
  { territoryId }: Scope,
  address: string,
  detail: string,
): Promise<void> {
  const key = emailKey(address);
  await connection.query(
    `insert into mail_refusal (territory_id, email_key, reason, detail) values ($1, $2, 'BOUNCED', $3)
     on conflict (territory_id, email_key, reason) do update set at = now(), detail = excluded.detail`,
    [territoryId, key, detail],
  );
  await connection.query(
    `update prospect_contact set bounced_at = coalesce(bounced_at, now()) where territory_id = $1 and email_key = $2`,
    [territoryId, key],
  );
}

/** Takes it back: letters may reach the address again. Says whether there was anything to take back. */
export async function clearBounce(
  connection: Connection,
  { territoryId }: Scope,
  key: string,
): Promise<boolean> {
  await connection.query(
    'update prospect_contact set bounced_at = null where territory_id = $1 and email_key = $2',
    [territoryId, key],
  );
  const { rowCount } = await connection.query(
    `delete from mail_refusal where territory_id = $1 and email_key = $2 and reason = 'BOUNCED'`,
    [territoryId, key],
  );
  return rowCount !== 0;
}
