import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';

/** Announced when a letter was written, for whoever sends them. */
export const LETTERS_CHANNEL = 'letter_written';

export interface NewLetter {
  /** What it is about, once: a second letter of the same key is not written. */
  key: string;
  /** Who writes: the name of the territory, `context.requireTerritoryCard().name`. */
  from: string;
  to: string;
  replyTo?: string | null;
  subject: string;
  /** Language in which it is written; French unless said. */
  locale?: string | null;
  /** Plain text; links stand on lines of their own. */
  body: string;
  /** Whom it is about: it is erased with them. */
  soloId?: string | null;
}

/** Has an e-mail sent once the transaction is done. Says whether it is new; the scope must be a member's or `asTerritory`. */
export async function writeLetter(connection: Connection, scope: Scope, letter: NewLetter): Promise<boolean> {
  const { rowCount } = await connection.query(
    `insert into letter (id, territory_id, key, solo_id, sender, recipient, reply_to, subject, locale, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (territory_id, key) do nothing`,
    [
      randomUUID(),
      scope.territoryId,
      letter.key,
      letter.soloId ?? null,
      letter.from,
      letter.to,
      letter.replyTo ?? null,
      letter.subject,
      letter.locale ?? 'fr',
      letter.body,
    ],
  );
  if (rowCount === 0) return false;
  await connection.query(`select pg_notify('${LETTERS_CHANNEL}', $1)`, [scope.territoryId]);
  return true;
}
