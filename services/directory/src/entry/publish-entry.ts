import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { recordEvent } from '../event/record-event.js';
import type { StandingSolo } from '../pipeline/move-solo.js';
import { SoloStatus } from '../solo/solo-status.js';
import type { EntryFields } from './entry-fields.js';
import { publicSide } from './public-side.js';

/**
 * Publishes a consented entry as it is given, for a year: what its owner does not show is not copied to where the
 * public reads. Says whether it could: without a consent to the web that holds, nothing is published.
 */
export async function publishEntry(
  connection: Connection,
  scope: Scope,
  solo: StandingSolo,
  fields: EntryFields,
): Promise<boolean> {
  if (!solo.consentId) return false;
  await writeEntry(connection, solo, fields);
  await connection.query(
    `update solo set
       status = '${SoloStatus.PUBLISHED}', published_at = coalesce(published_at, now()), hidden_because = null,
       status_changed_at = case when status = '${SoloStatus.PUBLISHED}' then status_changed_at else now() end,
       reconfirm_by = case when reconfirm_by >= current_date then reconfirm_by else (now() + interval '1 year')::date end
     where id = $1`,
    [solo.id],
  );
  await recordEvent(
    connection,
    scope,
    solo.id,
    solo.status === SoloStatus.PUBLISHED ? 'ACCEPTED' : 'PUBLISHED',
  );
  return true;
}

/** Writes what an entry says to where the public reads it, without showing it: its status stays. */
export async function writeEntry(
  connection: Connection,
  solo: StandingSolo,
  fields: EntryFields,
): Promise<void> {
  const side = publicSide(fields);
  await connection.query(
    `update solo set display_name = $2, activity = $3, skills = $4, presentation = $5, commune_code = $6, area = $7,
       naf_code = $8, languages = $9, phone = $10, website = $11, photo_id = $12, can_sponsor = $13
     where id = $1`,
    [
      solo.id,
      side.displayName,
      side.activity,
      side.skills,
      side.presentation,
      side.communeCode,
      side.area,
      side.nafCode,
      side.languages,
      side.phone,
      side.website,
      side.photoId,
      side.canSponsor,
    ],
  );
}

/** Why a consented entry does not show. */
export type HiddenBecause = 'PAUSED' | 'LAPSED' | 'MODERATED';

/** Takes a published entry off the public pages; its consent goes on holding. */
export async function hideEntry(
  connection: Connection,
  scope: Scope,
  solo: StandingSolo,
  because: HiddenBecause,
  note: string | null = null,
): Promise<void> {
  await connection.query(
    `update solo set status = '${SoloStatus.CONSENTED}', hidden_because = $2, status_changed_at = now() where id = $1`,
    [solo.id, because],
  );
  await recordEvent(connection, scope, solo.id, because, { note });
}
