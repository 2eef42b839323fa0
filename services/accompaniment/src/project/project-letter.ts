import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { writeLetter } from '../mail/write-letter.js';
import type { RegistrationPost } from '../registration/registration-post.js';
import { ENGLISH, ENGLISH_WARNING, FRENCH, FRENCH_WARNING } from './project-letter.words.js';

/** Why a household is sent the link to its page. */
export type ProjectLetterKind = 'STARTED' | 'LINK' | 'MESSAGE' | 'DOCUMENT' | 'PAPER' | 'STEP' | 'FOLLOW_UP';

export interface ProjectOccasion {
  kind: ProjectLetterKind;
  /** What it is about, once: a second letter of one kind and key is not written. The installation, the message, the step. */
  key: string;
}

/**
 * Sends a household the link to its own page, /mon-projet, in its own language, once the transaction is done. Says whether
 * it is a new letter; there is none for a household without an address, or whose letters come back. The scope must be a
 * member's or `asTerritory`.
 */
export async function writeProjectLetter(
  connection: Connection,
  scope: Scope,
  { card, links }: RegistrationPost,
  prospectId: string,
  { kind, key }: ProjectOccasion,
): Promise<boolean> {
  const { rows } = await connection.query<{ email: string; locale: string }>(
    `select c.email, c.locale from prospect_contact c join prospect p on p.id = c.prospect_id
      where c.territory_id = $1 and c.prospect_id = $2 and c.email is not null and c.bounced_at is null
        and p.anonymised_at is null`,
    [scope.territoryId, prospectId],
  );
  const reader = rows[0];
  if (!reader) return false;
  const english = reader.locale === 'en';
  const words = (english ? ENGLISH : FRENCH)(card.name)[kind];
  return writeLetter(connection, scope, {
    key: `project-${kind.toLowerCase()}:${prospectId}:${key}`,
    from: card.name,
    to: reader.email,
    locale: reader.locale,
    subject: words.subject,
    prospectId,
    parts: [
      { kind: 'text', text: english ? 'Hello,' : 'Bonjour,' },
      { kind: 'text', text: words.before },
      {
        kind: 'button',
        label: words.button,
        href: links.addressOf(card, 'PROJECT', prospectId, reader.locale),
      },
      { kind: 'text', text: words.after },
      {
        kind: 'text',
        text: english ? `See you soon,\nthe team of ${card.name}` : `À bientôt,\nl’équipe de ${card.name}`,
      },
      { kind: 'quiet', text: english ? ENGLISH_WARNING : FRENCH_WARNING },
    ],
  });
}
