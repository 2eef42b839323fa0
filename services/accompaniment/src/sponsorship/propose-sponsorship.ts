import { randomUUID } from 'node:crypto';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { lockProspect } from '../prospect/change-prospect.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { lockSponsor } from './change-sponsor.js';
import { hindranceInWords, matchHouseholdOf, weighSponsors } from './sponsor-proposals.queries.js';
import { refreshCards } from './sponsorship-cards.js';
import { writeSponsorshipLetters } from './sponsorship-letter.js';
import type { SponsorshipWork } from './sponsorship-post.js';
import { OPEN } from './sponsorship-status.js';

/**
 * Proposes a sponsor to a household, and the household to the sponsor. Both are locked, the sponsor first, before places
 * are counted: of two proposals for the last place, the second waits and then finds it taken. Gives the id, or null with
 * a problem that says what stands in the way.
 *
 * `soloKeys` is by what the directory knows the sponsor today: whoever has one of them is not proposed to themselves.
 */
export async function proposeSponsorship(
  { connection, scope, actor, post }: SponsorshipWork,
  { sponsorId, prospectId, soloKeys }: { sponsorId: string; prospectId: string; soloKeys: string[] },
  problems: Problems,
): Promise<string | null> {
  const territoryId = scope.territoryId as string;
  await lockSponsor(connection, territoryId, sponsorId);
  await lockProspect(connection, scope, prospectId);
  if (soloKeys.length > 0)
    await connection.query(
      'update sponsor set known_keys = array(select distinct unnest(known_keys || $2::text[])) where id = $1',
      [sponsorId, soloKeys],
    );
  const household = await matchHouseholdOf(connection, territoryId, prospectId);
  if (!household) throw new Error('a household under lock has lost its name');
  const [weighed] = await weighSponsors(connection, territoryId, household, { prospectId, sponsorId });
  const said = (locale: string) => (weighed?.hindrance ? hindranceInWords(weighed.hindrance, locale) : '');
  if (weighed?.hindrance) {
    problems.add('sponsor', said('fr'), said('en'));
    return null;
  }
  const { rowCount } = await connection.query(
    `select from sponsorship where prospect_id = $1 and status in ${OPEN} limit 1`,
    [prospectId],
  );
  if (rowCount) {
    problems.add(
      'household',
      'Ce foyer a déjà un parrain, ou une proposition qui attend : terminez-la d’abord.',
      'This household has a sponsor already, or a proposal that waits: end that first.',
    );
    return null;
  }
  const id = randomUUID();
  await connection.query(
    `insert into sponsorship (id, territory_id, sponsor_id, prospect_id, reasons, proposed_by, demonstration)
     select $1, $2, $3, $4, $5, $6, demonstration from prospect where id = $4`,
    [id, territoryId, sponsorId, prospectId, JSON.stringify(weighed?.reasons ?? []), actor.userId],
  );
  await refreshCards(connection, scope, { id });
  await recordProspectEvent(connection, actor, prospectId, 'SPONSOR_PROPOSED', { detail: { sponsorId } });
  await writeSponsorshipLetters(connection, scope, post, id, [
    { kind: 'PROPOSED', to: 'SPONSOR' },
    { kind: 'PROPOSED', to: 'HOUSEHOLD' },
  ]);
  return id;
}
