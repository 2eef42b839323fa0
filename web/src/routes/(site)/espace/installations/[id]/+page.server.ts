import { redirect } from '@sveltejs/kit';
import {
  InstallationCaseDocument,
  InstallationChoicesDocument,
  SponsorshipRecordsDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { carriersOf, memberGateway, memberOf } from '#lib/server/member.ts';
import { stepActions } from '../step-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { caseActions } from './case.actions.server.ts';

export const load: PageServerLoad = async (event) => {
  const { decides, proposes, person } = await memberOf(event);
  if (!decides) {
    // Calendars link to cases: who carries single steps has them on one page, where the fragment finds the same step.
    return proposes ? redirect(303, memberRoutes.installations()) : forbidden();
  }
  const gateway = await memberGateway(event);
  const [{ installationRecord }, { territory, networkActors }, carriers] = await Promise.all([
    gateway.ask(InstallationCaseDocument, { id: event.params.id }),
    gateway.ask(InstallationChoicesDocument, {}),
    carriersOf(event),
  ]);
  if (!installationRecord) {
    return notFound();
  }
  const { sponsorshipRecords } = installationRecord.household
    ? await gateway.ask(SponsorshipRecordsDocument, {
        filter: { prospectId: installationRecord.prospectId },
        orderBy: 'PROPOSED_DESC',
        first: 10,
      })
    : { sponsorshipRecords: { nodes: [] } };
  return {
    installation: installationRecord,
    sponsorships: sponsorshipRecords.nodes,
    /** What the address tells: a document was taken, or why not. */
    sent: event.url.searchParams.get('fait') === 'document',
    refused: event.url.searchParams.get('refus'),
    communes: territory?.communes ?? [],
    actors: networkActors ?? [],
    carriers,
    me: { id: person.id, name: person.name },
  };
};

export const actions: Actions = { ...stepActions, ...caseActions };
