import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { recordEvent } from '../event/record-event.js';
import type { StandingSolo } from '../pipeline/move-solo.js';
import { SoloStatus } from '../solo/solo-status.js';
import type { EntryFields, OptionalField } from './entry-fields.js';

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
  const shown = <Value>(field: OptionalField, value: Value): Value | null =>
    fields.shown.includes(field) ? value : null;
  const inCommune = fields.shownPlace === 'COMMUNE';
  await connection.query(
    `update solo set display_name = $2, activity = $3, skills = $4, presentation = $5, commune_code = $6, area = $7,
       naf_code = $8, languages = $9, phone = $10, website = $11, photo_id = $12, can_sponsor = $13,
       status = '${SoloStatus.PUBLISHED}', published_at = coalesce(published_at, now()), hidden_because = null,
       status_changed_at = case when status = '${SoloStatus.PUBLISHED}' then status_changed_at else now() end,
       reconfirm_by = case when reconfirm_by >= current_date then reconfirm_by else (now() + interval '1 year')::date end
     where id = $1`,
    [
      solo.id,
      fields.displayName,
      fields.activity,
      fields.skills,
      fields.presentation,
      inCommune ? fields.communeCode : null,
      inCommune ? null : fields.area,
      fields.nafCode,
      shown('LANGUAGES', fields.languages) ?? [],
      shown('PHONE', fields.phone),
      shown('WEBSITE', fields.website),
      shown('PHOTO', fields.photoId),
      fields.canSponsor,
    ],
  );
  await recordEvent(
    connection,
    scope,
    solo.id,
    solo.status === SoloStatus.PUBLISHED ? 'ACCEPTED' : 'PUBLISHED',
  );
  return true;
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
