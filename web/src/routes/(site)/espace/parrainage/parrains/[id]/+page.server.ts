import { dayOf } from '#lib/format/dates.ts';
import {
  OneSponsorDocument,
  SponsorFormChoicesDocument,
  SponsorshipRecordsDocument,
} from '#lib/graphql/generated/graphql.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { sponsorValues } from '#lib/sponsors/sponsor-form.ts';
import type { Actions, PageServerLoad } from './$types';
import { sponsorActions } from './sponsor.actions.server.ts';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { id } = event.params;
  const [{ sponsorRecord, sponsorWordings }, { territory }, { sponsorshipRecords }] = await Promise.all([
    gateway.ask(OneSponsorDocument, { id }),
    gateway.ask(SponsorFormChoicesDocument, {}),
    gateway.ask(SponsorshipRecordsDocument, {
      filter: { sponsorId: id },
      orderBy: 'PROPOSED_DESC',
      first: 50,
    }),
  ]);
  // Who was just erased is nobody any more, and the page says so; anybody else was never here.
  if (!sponsorRecord && event.request.method === 'GET' && !event.isDataRequest) {
    return notFound();
  }
  return {
    sponsor: sponsorRecord,
    values: sponsorRecord && sponsorValues(sponsorRecord),
    wordings: sponsorWordings,
    communes: territory?.communes ?? [],
    pairs: sponsorshipRecords.nodes,
    added: event.url.searchParams.has('nouveau'),
    today: dayOf(new Date().toISOString()),
  };
};

export const actions: Actions = sponsorActions;
