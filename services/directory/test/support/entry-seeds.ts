import { randomUUID } from 'node:crypto';
import type { EntryFields } from '../../dist/entry/entry-fields.js';
import type { DirectoryWorld, SoloSeed } from './directory-world.js';

/** An entry as somebody wants it, complete unless told otherwise. */
export const entryFields = (changes: Partial<EntryFields> = {}): EntryFields => ({
  displayName: 'Atelier des Tilleuls',
  activity: 'Menuiserie',
  skills: ['Escaliers'],
  presentation: 'Je fabrique des escaliers et des meubles en châtaignier, sur mesure, depuis mon atelier.',
  communeCode: '09122',
  shownPlace: 'COMMUNE',
  area: null,
  nafCode: '43.32A',
  languages: ['fr'],
  phone: '+33561000001',
  website: null,
  canSponsor: false,
  photoId: null,
  shown: ['LANGUAGES'],
  ...changes,
});

/** Somebody who consented and proposed an entry: their solo's id, and the change's. */
export async function submittedEntry(
  world: DirectoryWorld,
  territoryId: string,
  changes: Partial<EntryFields> = {},
  {
    published = false,
    email = 'proprietaire@exemple.test',
    ...seed
  }: SoloSeed & { published?: boolean; email?: string } = {},
): Promise<{ soloId: string; changeId: string; consentId: string }> {
  const soloId = await world.identifiedSolo(territoryId, { displayName: 'Atelier des Tilleuls', ...seed });
  const consentId = await world.consent(territoryId, soloId);
  if (published) await world.publish(soloId, consentId);
  else
    await world.superuser.query(`update solo set status = 'CONSENTED', consent_id = $2 where id = $1`, [
      soloId,
      consentId,
    ]);
  await world.superuser.query(
    `insert into solo_contact (solo_id, territory_id, email, email_key, shown) values ($1, $2, $3, $3, '{}')`,
    [soloId, territoryId, email],
  );
  const changeId = randomUUID();
  await world.superuser.query(
    `insert into entry_change (id, territory_id, solo_id, state, fields, submitted_at)
     values ($1, $2, $3, 'SUBMITTED', $4, clock_timestamp())`,
    [changeId, territoryId, soloId, entryFields(changes)],
  );
  return { soloId, changeId, consentId };
}
