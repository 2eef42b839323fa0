import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { emailKey } from '@ancrage/input/contact-keys';
import type { Scope, SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { writeLetter } from '../letter/write-letter.js';
import { confirmationLetter, messageLetter } from './message.letters.js';
import type { SoloMessage } from './read-message.js';

/** Whom a message goes to: a published solo who has an address. */
export interface Recipient {
  id: string;
  slug: string;
  displayName: string;
  email: string;
}

/** Messages a day, to one solo and from one address; and letters that ask one address to confirm. */
const MOST = { toSolo: 20, fromSender: 10, toConfirm: 3 };

const digest = (...words: string[]) =>
  createHash('sha256').update(words.join('\n')).digest('base64url').slice(0, 22);
export const tokenDigest = (token: string): string => createHash('sha256').update(token).digest('base64url');
const today = () => new Date().toISOString().slice(0, 10);

/** The published solo of a name, when messages can reach them. The scope must be the territory's (`asTerritory`). */
export async function findRecipient(
  connection: Connection,
  scope: Scope,
  slug: string,
): Promise<Recipient | null> {
  const { rows } = await connection.query<Recipient>(
    `select s.id, s.slug, s.display_name as "displayName", c.email from solo s join solo_contact c on c.solo_id = s.id
      where s.territory_id = $1 and s.slug = $2 and s.status = 'PUBLISHED' and c.email is not null`,
    [scope.territoryId, slug],
  );
  return rows[0] ?? null;
}

/** Sends a message on, once a day however often it is given. Says whether it may: there are limits to a day. */
export async function sendMessage(
  connection: Connection,
  context: SubgraphContext,
  solo: Recipient,
  message: SoloMessage,
): Promise<boolean> {
  const sender = digest(emailKey(message.email));
  const key = `message:${solo.id}:${sender}:${digest(message.text)}:${today()}`;
  const { rows } = await connection.query<{ same: boolean; toSolo: number; fromSender: number }>(
    `select coalesce(bool_or(key = $2), false) as same,
            count(*) filter (where solo_id = $3)::int as "toSolo",
            count(*) filter (where split_part(key, ':', 3) = $4)::int as "fromSender"
       from letter where territory_id = $1 and key like 'message:%' and created_at > now() - interval '1 day'`,
    [context.scope.territoryId, key, solo.id, sender],
  );
  const { same = false, toSolo = 0, fromSender = 0 } = rows[0] ?? {};
  if (same) return true;
  if (toSolo >= MOST.toSolo || fromSender >= MOST.fromSender) return false;
  await writeLetter(connection, context.scope, {
    key,
    from: context.requireTerritoryCard().name,
    to: solo.email,
    replyTo: message.email,
    soloId: solo.id,
    ...messageLetter(solo.displayName, message, context.requireTerritoryCard()),
  });
  return true;
}

/**
 * Keeps a message for a day and sends its writer the link that lets it go. Says whether it may: an address is not
 * written to more than a few times a day, whoever asks.
 */
export async function holdMessage(
  connection: Connection,
  context: SubgraphContext,
  solo: Recipient,
  message: SoloMessage,
): Promise<boolean> {
  const { territoryId } = context.scope;
  await connection.query(`delete from held_message where created_at < now() - interval '1 day'`);
  const sender = digest(emailKey(message.email));
  const key = `confirm-message:${solo.id}:${sender}:${digest(message.text)}:${today()}`;
  const { rows } = await connection.query<{ same: boolean; asked: number }>(
    `select coalesce(bool_or(key = $2), false) as same, count(*)::int as asked from letter
      where territory_id = $1 and key like 'confirm-message:%' and split_part(key, ':', 3) = $3
        and created_at > now() - interval '1 day'`,
    [territoryId, key, sender],
  );
  const { same = false, asked = 0 } = rows[0] ?? {};
  if (same) return true;
  if (asked >= MOST.toConfirm) return false;
  const card = context.requireTerritoryCard();
  const locale = context.origin.locale === 'en' ? 'en' : 'fr';
  const token = randomBytes(24).toString('base64url');
  const link = `${card.site}${locale === 'en' ? '/en' : ''}/annuaire/message/${token}`;
  const written = await writeLetter(connection, context.scope, {
    key,
    from: card.name,
    to: message.email,
    locale,
    soloId: solo.id,
    ...confirmationLetter(solo.displayName, link, card, locale),
  });
  if (written) {
    await connection.query(
      `insert into held_message (id, territory_id, solo_id, token_digest, sender_name, sender_email, message)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [randomUUID(), territoryId, solo.id, tokenDigest(token), message.name, message.email, message.text],
    );
  }
  return true;
}
