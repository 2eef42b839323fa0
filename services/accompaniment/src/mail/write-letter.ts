import { randomUUID } from 'node:crypto';
import { type LetterAttachment, type LetterPart, plainText } from '@ancrage/post/letter-content';
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
  /** Language in which it is written. */
  locale: string;
  subject: string;
  parts: LetterPart[];
  attachments?: LetterAttachment[];
  /** Whom it is about: it is erased with them. */
  prospectId?: string | null;
  /** Nobody asked for it: it says how to get no more, and is not written to who said so. */
  news?: boolean;
  /** Not before then; null: at once. */
  dueAt?: Date | null;
}

/** Has an e-mail sent once the transaction is done. Says whether it is new; the scope must be a member's or `asTerritory`. */
export async function writeLetter(connection: Connection, scope: Scope, letter: NewLetter): Promise<boolean> {
  const { parts, attachments } = letter;
  const { rowCount } = await connection.query(
    `insert into letter (id, territory_id, key, prospect_id, sender, recipient, reply_to, subject, locale, body, content,
                         news, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, coalesce($13, now()))
     on conflict (territory_id, key) do nothing`,
    [
      randomUUID(),
      scope.territoryId,
      letter.key,
      letter.prospectId ?? null,
      letter.from,
      letter.to,
      letter.replyTo ?? null,
      letter.subject,
      letter.locale,
      plainText(parts, letter.locale),
      JSON.stringify({ parts, ...(attachments && { attachments }) }),
      letter.news ?? false,
      letter.dueAt ?? null,
    ],
  );
  if (rowCount === 0) return false;
  await connection.query(`select pg_notify('${LETTERS_CHANNEL}', $1)`, [scope.territoryId]);
  return true;
}
