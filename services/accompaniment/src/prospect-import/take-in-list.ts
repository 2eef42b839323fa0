import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { LostReason } from '../prospect/lost-reason.js';
import type { NewProspectConsent } from '../prospect/newcomer.js';
import { ProspectStage } from '../prospect/prospect-stage.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { takeIn } from '../prospect/take-in.js';
import type { CheckedHousehold } from './check-households.js';
import type { HouseholdRow } from './household-row.js';

/** Tells a consent that a list speaks of from those that were given in our words. */
const WORDING_OF_LISTS = 'list';

interface ListFacts {
  id: string;
  fileName: string;
  legalBasis: string;
}

/** Takes in the rows of a list that can be, each with where it comes from and by what right it is kept. */
export async function takeInList(
  connection: Connection,
  scope: Scope,
  list: ListFacts,
  taken: readonly CheckedHousehold[],
): Promise<void> {
  for (const { line, household } of taken) {
    const { prospectId, known } = await takeIn(connection, scope, {
      ...household,
      locale: 'fr',
      touch: { form: 'IMPORT', declaredChannel: household.channel, declaredWords: household.heard },
      consents: household.agreed ? [consentOf(list)] : [],
      at: household.firstContact,
    });
    // Somebody who came by themselves between the check and this row keeps what they said.
    if (!known) await complete(connection, scope, prospectId, household);
    await recordProspectEvent(connection, scope, prospectId, 'NOTED', {
      note: household.notes,
      detail: { file: list.fileName, line, import: list.id, legalBasis: list.legalBasis },
    });
  }
}

/** What they agreed to is not in our words: it is what the agent states of it. */
const consentOf = ({ legalBasis }: ListFacts): NewProspectConsent => ({
  purpose: 'FOLLOW_UP',
  wording: legalBasis,
  version: WORDING_OF_LISTS,
  channel: 'PAPER',
});

/** What no form asks for, and a list may say. */
async function complete(
  connection: Connection,
  scope: Scope,
  id: string,
  { stage, horizon, livesIn, firstContact, lastContact }: HouseholdRow,
): Promise<void> {
  const lost = stage === ProspectStage.LOST;
  await connection.query(
    `update prospect set stage = $3, horizon = $4, lost_reason = $5,
       lost_at = case when $5::text is not null then now() end,
       last_contact_at = greatest($6::timestamptz, $7::timestamptz, case when $6 is null and $7 is null then last_contact_at end)
      where territory_id = $1 and id = $2`,
    [scope.territoryId, id, stage, horizon, lost ? LostReason.OTHER : null, firstContact, lastContact],
  );
  await connection.query(
    'update prospect_contact set lives_in = $3 where territory_id = $1 and prospect_id = $2',
    [scope.territoryId, id, livesIn],
  );
}
