import {
  ProspectFormChoicesDocument,
  ProspectRecordDocument,
  SponsorshipRecordsDocument,
} from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { colleaguesOf, memberGateway, memberOf } from '#lib/server/member.ts';
import { moveAction } from '../move-action.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { recordActions } from './record.actions.server.ts';

export const load: PageServerLoad = async (event) => {
  const { decides, person } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const [{ prospectRecord, registrationConsent }, { territory }, { sponsorshipRecords }, colleagues] =
    await Promise.all([
      gateway.ask(ProspectRecordDocument, { id: event.params.id }),
      gateway.ask(ProspectFormChoicesDocument, {}),
      gateway.ask(SponsorshipRecordsDocument, {
        filter: { prospectId: event.params.id },
        orderBy: 'PROPOSED_DESC',
        first: 10,
      }),
      colleaguesOf(event),
    ]);
  if (!prospectRecord) {
    return notFound();
  }
  const { searchParams } = event.url;
  return {
    household: prospectRecord,
    wordings: registrationConsent,
    communes: territory?.communes ?? [],
    sponsorships: sponsorshipRecords.nodes,
    colleagues,
    me: person.id,
    /** Chosen once for a message: sent twice it is one. */
    key: crypto.randomUUID(),
    /** What the address tells: it was known already, a document was refused, or is to be removed. */
    known: searchParams.has('connu'),
    refused: searchParams.get('refus'),
    removing: searchParams.get('retirer'),
  };
};

export const actions: Actions = { move: moveAction, ...recordActions };
