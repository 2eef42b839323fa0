import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { ConsentChannel } from '../consent/consent-channel.js';
import { ConsentPurpose } from '../consent/consent-purpose.js';
import { consentWording, WORDING_VERSION } from '../consent/consent-wording.js';
import { giveConsent } from '../consent/give-consent.js';
import { recordEvent } from '../event/record-event.js';
import type { StandingSolo } from '../pipeline/move-solo.js';
import type { EntryConsentInput } from './entry.input.js';
import type { EntryFields } from './entry-fields.js';
import type { EntryOwner } from './entry-session.js';
import { lockEntry } from './own-entry.change.js';
import { noteMissing } from './read-entry.js';

/**
 * Asks the moderators to publish what was saved, with what its owner agrees to. Notes why it cannot be: something
 * lacks, the version is another, the sentence was another. Says whether it is new to them.
 */
export async function submitEntry(
  { own, soloId, linkId }: EntryOwner,
  version: number,
  agreed: readonly EntryConsentInput[],
  problems: Problems,
): Promise<boolean> {
  return own.write(async (connection) => {
    const { scope } = own;
    const { solo, latest } = await lockEntry(connection, scope, soloId);
    if (latest?.state === 'SUBMITTED' && latest.version === version) return false;
    if (latest?.state !== 'DRAFT' || latest.version !== version) {
      noteOtherVersion(problems);
      return false;
    }
    noteMissing(latest.fields, problems);
    noteConsents(solo, agreed, problems);
    if (problems.list.length > 0) return false;
    await writeDown(connection, own, solo, latest.fields);
    for (const { purpose } of agreed) await agree(connection, own, solo, purpose, linkId);
    await connection.query(
      `update entry_change set state = 'SUBMITTED', submitted_at = now() where id = $1`,
      [latest.id],
    );
    await recordEvent(connection, scope, soloId, 'SUBMITTED');
    return true;
  });
}

/** Notes that somebody, in another tab, saved meanwhile. */
export const noteOtherVersion = (problems: Problems): void =>
  problems.add(
    'version',
    'Votre fiche a été enregistrée entre-temps dans une autre fenêtre. Ce que vous avez tapé est toujours là : comparez avec la version enregistrée, puis enregistrez de nouveau.',
    'Your entry was saved in another window meanwhile. What you typed is still here: compare it with what was saved, then save again.',
  );

function noteConsents(solo: StandingSolo, agreed: readonly EntryConsentInput[], problems: Problems): void {
  if (!solo.consentId && !agreed.some(({ purpose }) => purpose === ConsentPurpose.WEB))
    problems.add(
      'consents',
      'Rien n’est publié sans votre accord : cochez-le pour envoyer votre fiche.',
      'Nothing is published without your consent: tick it to send your entry.',
    );
  if (agreed.some(({ version }) => version !== WORDING_VERSION))
    problems.add(
      'consents',
      'La phrase a changé depuis que vous l’avez lue : relisez-la.',
      'The sentence has changed since you read it: read it again.',
    );
}

/** Keeps what somebody agrees to on the site, as they read it. */
export function agree(
  connection: Connection,
  own: SubgraphContext,
  solo: StandingSolo,
  purpose: ConsentPurpose,
  linkId: string,
): Promise<void> {
  return giveConsent(connection, own.scope, solo, {
    purpose,
    wording: consentWording(purpose, own.origin.locale),
    version: WORDING_VERSION,
    channel: ConsentChannel.WEB,
    givenAt: new Date(),
    evidence: `entry_link:${linkId}`,
  });
}

/** What members go by: how to reach the person, and the name of an entry that the public has not seen yet. */
async function writeDown(
  connection: Connection,
  { scope }: SubgraphContext,
  solo: StandingSolo,
  fields: EntryFields,
): Promise<void> {
  await connection.query(
    `update solo_contact set phone = coalesce($3, phone), phone_key = coalesce($3, phone_key),
       website = coalesce($4, website), commune_code = coalesce($5, commune_code), shown = $6
      where territory_id = $1 and solo_id = $2`,
    [scope.territoryId, solo.id, fields.phone, fields.website, fields.communeCode, fields.shown],
  );
  await connection.query(
    `update solo set display_name = $2, activity = $3, skills = $4, slug = coalesce($5, slug)
      where id = $1 and published_at is null`,
    [solo.id, fields.displayName, fields.activity, fields.skills, slugOfEntry(solo, fields.displayName)],
  );
}

/** Who joined by the site gets an address after their name; a part of the id keeps two of a name apart. */
function slugOfEntry({ id, slug }: StandingSolo, name: string): string | null {
  if (slug !== `fiche-${id.slice(0, 8)}`) return null;
  const words = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${words || 'fiche'}-${id.slice(0, 4)}`;
}
