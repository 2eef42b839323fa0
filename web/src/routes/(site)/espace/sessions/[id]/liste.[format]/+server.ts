import { formatPeriod } from '#lib/format/dates.ts';
import { SessionDayDocument } from '#lib/graphql/generated/graphql.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { privatePage } from '#lib/server/cache.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';
import { rosterCells, rosterHead } from './roster-cells.ts';
import { rosterSheet } from './roster-sheet.ts';

/** The households of a session to print, or for a spreadsheet. For agents, and kept by nobody in between. */
export const GET: RequestHandler = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const { format, id } = event.params;
  if (format !== 'pdf' && !isExportFormat(format)) {
    return notFound();
  }
  const gateway = await memberGateway(event);
  const { sessionRoster: roster } = await gateway.ask(SessionDayDocument, { sessionId: id });
  if (!roster) {
    return notFound();
  }
  const fileName = `${m.roster_file()}-${roster.session.slug}`;
  if (isExportFormat(format)) {
    return exportResponse(format, {
      fileName,
      head: rosterHead(),
      pages: (async function* () {
        yield roster.households.map(rosterCells);
      })(),
    });
  }
  const { name, theme } = tenantIn(event.locals);
  const { title, startsAt, endsAt, meetingPlace, demonstration } = roster.session;
  const bytes = await rosterSheet({
    locale: getLocale(),
    site: name,
    title,
    when: [formatPeriod(startsAt, endsAt), meetingPlace].filter(Boolean).join(' · '),
    demonstration,
    households: roster.households,
    accent: theme.accent,
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${fileName}.pdf"`,
      ...privatePage,
    },
  });
};
