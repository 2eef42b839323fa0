import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { recordEvent } from '../event/record-event.js';
import { eraseCopies } from '../personal-data/erase-person.js';
import { type ContactKeys, keepAway } from '../personal-data/objection.js';
import { onePerson } from '../personal-data/one-person.js';
import { copyRecord } from '../record/record-copy.js';
import { SoloStatus } from '../solo/solo-status.js';
import { type LinkState, lockLink, type StandingLink } from './open-link.js';
import { ownUserId } from './own-policies.js';

/** What somebody is told who may object: what is known of them, and where from. */
export interface Known {
  displayName: string;
  activity: string;
  identifiedBy: string;
  identifiedAt: Date;
}

/** What the holder of a link to object is told. */
export async function knownOf(context: SubgraphContext, { soloId }: StandingLink): Promise<Known | null> {
  const territory = asTerritory(context);
  const [row] = await territory.read<Known>({
    name: 'known of a solo',
    text: `select display_name as "displayName", activity, identified_by as "identifiedBy", identified_at as "identifiedAt"
      from solo where territory_id = $1 and id = $2`,
    values: [territory.requireTerritory(), soloId],
  });
  return row ?? null;
}

/** What came of an objection; a link that does not open says why. */
export type Objection = 'DONE' | Exclude<LinkState, 'OPEN'> | null;

/**
 * Forgets whoever objects to being kept, by their link: name, texts, ways to reach them, history, pictures, letters,
 * and where others wrote of them. A row
 * without a name goes on being counted, and hashes keep them from being imported again.
 */
export function objectByLink(context: SubgraphContext, linkId: string): Promise<Objection> {
  const territory = asTerritory(context);
  return territory.write(async (connection) => {
    const find = () => lockLink(connection, territory.requireTerritory(), linkId);
    // Who clicked twice waits for the first click, which replaces the row: it is found anew.
    const link = (await find()) ?? (await find());
    if (link?.purpose !== 'OBJECT' || !link.soloId) return null;
    if (link.state !== 'OPEN') return link.state;
    const values = [territory.requireTerritory(), link.soloId];
    const { rows } = await connection.query<ContactKeys>(
      `select email_key as "emailKey", phone_key as "phoneKey", siret from solo_contact where territory_id = $1 and solo_id = $2`,
      values,
    );
    if (rows[0]) await keepAway(connection, territory.scope, rows[0]);
    const copy = await copyRecord(connection, link.soloId);
    const ids = await onePerson(connection, link.soloId);
    await forget(connection, values);
    await eraseCopies(connection, territory.scope, copy, ids);
    await connection.query(
      `insert into entry_link (id, territory_id, solo_id, email_key, purpose, expires_at, used_at)
       values ($1, $2, $3, '', 'OBJECT', now(), now())`,
      [link.id, ...values],
    );
    await recordEvent(
      connection,
      { ...territory.scope, userId: ownUserId(link.soloId) },
      link.soloId,
      'OBJECTED',
    );
    return 'DONE';
  });
}

/** All that hangs on a solo goes with its row; what stays is that there was one, and since when. */
async function forget(connection: Connection, values: string[]): Promise<void> {
  const { rows } = await connection.query<{ at: Date; demonstration: boolean }>(
    'delete from solo where territory_id = $1 and id = $2 returning identified_at as at, demonstration',
    values,
  );
  await connection.query(
    `insert into solo (id, territory_id, slug, identified_by, identified_at, demonstration, status, status_changed_at,
       erased_at, display_name, activity, skills)
     values ($2, $1, $5, '', $3, $4, '${SoloStatus.REFUSED}', now(), now(), '', '', '{}')`,
    [...values, rows[0]?.at, rows[0]?.demonstration, `opposition-${values[1]}`],
  );
  await connection.query(
    `insert into solo_contact (solo_id, territory_id, shown, objected_at) values ($2, $1, '{}', now())`,
    values,
  );
}
