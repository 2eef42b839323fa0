import { createHash, randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';

/** By what somebody is recognised: as `solo_contact` keeps them to be compared. */
export interface ContactKeys {
  emailKey?: string | null;
  phoneKey?: string | null;
  siret?: string | null;
}

/**
 * Remembers that whoever has these does not want to be known here. Hashes alone are kept, each territory its own: they
 * answer whether an address is among them, and list nobody. A number could still be found by trying them all: only members and the service read the table. The scope must be a member's or `asTerritory`.
 */
export async function keepAway(connection: Connection, scope: Scope, keys: ContactKeys): Promise<void> {
  for (const hash of hashesOf(scope, keys)) {
    await connection.query(
      `insert into objection_key (id, territory_id, hash) values ($1, $2, $3) on conflict do nothing`,
      [randomUUID(), scope.territoryId, hash],
    );
  }
}

/** Whether somebody with any of these objected to being known here: they are not imported again. */
export async function keptAway(connection: Connection, scope: Scope, keys: ContactKeys): Promise<boolean> {
  const { rowCount } = await connection.query(
    `select 1 from objection_key where territory_id = $1 and hash = any($2) limit 1`,
    [scope.territoryId, hashesOf(scope, keys)],
  );
  return rowCount !== 0;
}

/** Forgets the objection of somebody who comes by themselves: their own wish is the later one. */
export async function welcomeBack(connection: Connection, scope: Scope, keys: ContactKeys): Promise<void> {
  await connection.query(`delete from objection_key where territory_id = $1 and hash = any($2)`, [
    scope.territoryId,
    hashesOf(scope, keys),
  ]);
}

function hashesOf({ territoryId }: Scope, keys: ContactKeys): string[] {
  return Object.entries(keys).flatMap(([kind, value]) =>
    value
      ? [
          createHash('sha256')
            .update(JSON.stringify(['ancrage objection 1', territoryId, kind, value]))
            .digest('hex'),
        ]
      : [],
  );
}
