import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { EntryFields, OptionalField } from '../entry/entry-fields.js';
import { publishEntry } from '../entry/publish-entry.js';
import type { StandingSolo } from './move-solo.js';
import { SHOWN } from './solo-record.queries.js';

/** The entry of a solo as members keep it, for those who have not written their own. */
export async function recordFields(connection: Connection, soloId: string): Promise<EntryFields> {
  const { rows } = await connection.query<Omit<EntryFields, 'shownPlace'>>(
    `select s.display_name as "displayName", s.activity, s.skills, s.presentation,
       coalesce(c.commune_code, s.commune_code) as "communeCode", s.area, s.naf_code as "nafCode", s.languages,
       coalesce(c.phone, s.phone) as phone, coalesce(c.website, s.website) as website, s.can_sponsor as "canSponsor", s.photo_id as "photoId", ${SHOWN} as shown
     from solo s left join solo_contact c on c.solo_id = s.id where s.id = $1`,
    [soloId],
  );
  const fields = rows[0] as Omit<EntryFields, 'shownPlace'>;
  const always: OptionalField[] = ['LANGUAGES', 'PHOTO'];
  return {
    ...fields,
    shownPlace: fields.area ? 'AREA' : 'COMMUNE',
    shown: [...new Set([...fields.shown, ...always])],
  };
}

/** Publishes a consented solo as members keep it. Says whether a consent allows it. */
export async function publishRecord(
  connection: Connection,
  scope: Scope,
  solo: StandingSolo,
): Promise<boolean> {
  return publishEntry(connection, scope, solo, await recordFields(connection, solo.id));
}
