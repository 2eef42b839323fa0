import { randomUUID } from 'node:crypto';
import { cleanLine } from '@ancrage/input/clean-text';
import type { PreparedPhoto } from '@ancrage/pictures/prepare';
import type { EntryOwner } from './entry-session.js';
import { isOpen, lockEntry, saveDraft } from './own-entry.change.js';
import { fieldsOfOwner } from './own-entry.queries.js';

const ALTERNATIVE = 300;

/** What a picture shows, in words, as it is kept; null when there are none, or too many. */
export function alternativeOf(text: string): string | null {
  const words = cleanLine(text);
  return words.length > 0 && words.length <= ALTERNATIVE ? words : null;
}

/** Puts a picture into the draft of its owner, who wants it shown. The former one stays where it is published. */
export async function keepPhoto(
  owner: EntryOwner,
  picture: PreparedPhoto,
  alternative: string,
): Promise<{ id: string } | null> {
  const { own, soloId } = owner;
  const start = await fieldsOfOwner(owner);
  if (!start) return null;
  return own.write(async (connection) => {
    const { latest } = await lockEntry(connection, own.scope, soloId);
    const id = randomUUID();
    await connection.query(
      `insert into solo_photo (id, territory_id, solo_id, alternative, width, height, large, small)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        own.scope.territoryId,
        soloId,
        alternative,
        picture.width,
        picture.height,
        picture.large,
        picture.small,
      ],
    );
    const fields = latest && isOpen(latest) ? latest.fields : start;
    const shown = [...new Set([...fields.shown, 'PHOTO' as const])];
    await saveDraft(connection, own.scope, soloId, latest, { ...fields, photoId: id, shown });
    return { id };
  });
}
