import { SponsorshipRecordsDocument } from '#lib/graphql/generated/graphql.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { pagesOf } from '#lib/sponsors/pages-of.server.ts';
import { statusWords } from '#lib/sponsors/sponsor-words.ts';
import { sponsorshipShape, sponsorshipVariables } from '../sponsorship-list.ts';
import type { RequestHandler } from './$types';

/** The sponsorships that the list shows, all its pages, as a file. */
export const GET: RequestHandler = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const gateway = await memberGateway(event);
  const variables = sponsorshipVariables(parseList(sponsorshipShape, event.url.searchParams));
  return exportResponse(format, {
    fileName: `parrainages-${tenantIn(event.locals).slug}`,
    head: [
      m.sponsorship_household(),
      m.sponsorship_sponsor(),
      m.sponsorship_status(),
      m.sponsorship_proposed_on(),
      m.sponsorship_last_contact(),
      m.sponsorship_log(),
      m.demonstration(),
    ],
    pages: pagesOf(
      async (page) =>
        (await gateway.ask(SponsorshipRecordsDocument, { ...variables, ...page })).sponsorshipRecords,
      (pair) => [
        pair.household.name,
        pair.sponsor.name,
        statusWords[pair.status](),
        pair.proposedAt.slice(0, 10),
        pair.lastContactOn ?? null,
        pair.contactCount,
        pair.demonstration ? m.list_yes() : null,
      ],
    ),
  });
};
