import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';
import type { ConsentPurpose } from '../consent/consent-purpose.js';
import { withdrawConsents } from '../consent/give-consent.js';
import { recordEvent } from '../event/record-event.js';
import { lockSolo, moveSolo, type StandingSolo } from '../pipeline/move-solo.js';
import { SoloStatus } from '../solo/solo-status.js';
import type { EntryOwner } from './entry-session.js';
import { hideEntry } from './publish-entry.js';

type Work = (connection: Connection, solo: StandingSolo) => Promise<unknown>;

/** Works on the own solo, locked. */
const onOwn = ({ own, soloId }: EntryOwner, work: Work) =>
  own.write(async (connection) => {
    await work(connection, await lockSolo(connection, own.scope, soloId));
  });

/** Takes the own entry off the public pages for a while; a second click changes nothing. */
export const pauseEntry = (owner: EntryOwner, problems: Problems) =>
  onOwn(owner, async (connection, solo) => {
    if (solo.hiddenBecause === 'PAUSED') return;
    if (solo.status !== SoloStatus.PUBLISHED) return noteNotPublished(problems);
    await hideEntry(connection, owner.own.scope, solo, 'PAUSED');
  });

/** Shows a paused entry again, as it was: the moderators know it. */
export const resumeEntry = (owner: EntryOwner, problems: Problems) =>
  onOwn(owner, async (connection, solo) => {
    if (solo.status === SoloStatus.PUBLISHED) return;
    if (solo.hiddenBecause !== 'PAUSED') return noteNotPublished(problems);
    await showAgain(connection, solo);
    await recordEvent(connection, owner.own.scope, solo.id, 'RESUMED');
  });

/** Says that the own entry still holds, for a year; one that had lapsed shows again. */
export const reconfirmEntry = (owner: EntryOwner, problems: Problems) =>
  onOwn(owner, async (connection, solo) => {
    if (solo.status !== SoloStatus.PUBLISHED && solo.status !== SoloStatus.CONSENTED)
      return noteNotPublished(problems);
    await connection.query(`update solo set reconfirm_by = (now() + interval '1 year')::date where id = $1`, [
      solo.id,
    ]);
    if (solo.hiddenBecause === 'LAPSED') await showAgain(connection, solo);
    await recordEvent(connection, owner.own.scope, solo.id, 'RECONFIRMED');
  });

/** Takes everything back, at once: what rested on it leaves the public pages with this transaction. */
export const withdrawEntry = (owner: EntryOwner) =>
  onOwn(owner, async (connection, solo) => {
    const { scope } = owner.own;
    const withdrawn = await withdrawConsents(connection, scope, solo.id);
    // Who had agreed to nothing yet says no.
    if (withdrawn === 0) await moveSolo(connection, scope, solo, SoloStatus.REFUSED);
    await connection.query(
      `update entry_change set state = 'REPLACED' where territory_id = $1 and solo_id = $2 and state in ('DRAFT', 'SUBMITTED')`,
      [scope.territoryId, solo.id],
    );
  });

/** Takes back one consent; that to the web takes the entry off. */
export const takeBackConsent = (owner: EntryOwner, purpose: ConsentPurpose) =>
  onOwn(owner, (connection, solo) => withdrawConsents(connection, owner.own.scope, solo.id, purpose));

const showAgain = (connection: Connection, { id }: StandingSolo) =>
  connection.query(
    `update solo set status = '${SoloStatus.PUBLISHED}', hidden_because = null, status_changed_at = now() where id = $1`,
    [id],
  );

const noteNotPublished = (problems: Problems): void =>
  problems.add(
    'status',
    'Votre fiche n’est pas publiée : il n’y a rien à changer.',
    'Your entry is not published: there is nothing to change.',
  );
