import { SponsorRecordsDocument } from '#lib/graphql/generated/graphql.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { pagesOf } from '#lib/sponsors/pages-of.server.ts';
import { stateWords } from '#lib/sponsors/sponsor-words.ts';
import { sponsorShape, sponsorVariables } from '../sponsor-list.ts';
import type { RequestHandler } from './$types';

/** The sponsors that the list shows, all its pages, as a file. */
export const GET: RequestHandler = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const gateway = await memberGateway(event);
  const variables = sponsorVariables(parseList(sponsorShape, event.url.searchParams));
  return exportResponse(format, {
    fileName: `parrains-${tenantIn(event.locals).slug}`,
    head: [
      m.sponsor_name(),
      m.sponsor_email(),
      m.sponsor_phone(),
      m.sponsors_commune(),
      m.sponsor_activity(),
      m.sponsor_languages(),
      m.sponsor_interests(),
      m.sponsors_state(),
      m.sponsor_capacity(),
      m.sponsors_since(),
      m.demonstration(),
    ],
    pages: pagesOf(
      async (page) => (await gateway.ask(SponsorRecordsDocument, { ...variables, ...page })).sponsorRecords,
      (sponsor) => [
        sponsor.name,
        sponsor.email,
        sponsor.phone ?? null,
        sponsor.commune?.name ?? null,
        sponsor.activity ?? null,
        sponsor.languages.join(', '),
        sponsor.interests.join(', '),
        stateWords[sponsor.state](),
        sponsor.capacity,
        sponsor.since.slice(0, 10),
        sponsor.demonstration ? m.list_yes() : null,
      ],
    ),
  });
};
