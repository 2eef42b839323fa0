import {
  SessionPlanListDocument,
  type SessionPlanListQuery,
  type SessionRowFragment,
} from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { clockOf } from '../session-form.ts';
import { sessionShape, sessionVariables, stateWord } from '../session-list.ts';
import type { RequestHandler } from './$types';

/** The sessions that the list shows, all its pages, as a file. */
export const GET: RequestHandler = async (event) => {
  await memberOf(event);
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const asked = sessionVariables(parseList(sessionShape, event.url.searchParams));
  return exportResponse(format, {
    fileName: `sessions-${tenantIn(event.locals).slug}`,
    head: [
      m.sessions_column_title(),
      m.sessions_column_state(),
      m.sessions_export_starts(),
      m.sessions_export_ends(),
      m.sessions_column_place(),
      m.sessions_form_partner(),
      m.sessions_form_capacity(),
      m.sessions_export_taken(),
      m.sessions_column_waiting(),
    ],
    pages: pagesOf(await memberGateway(event), asked),
  });
};

async function* pagesOf(
  gateway: GatewayClient,
  asked: ReturnType<typeof sessionVariables>,
): AsyncGenerator<Cell[][]> {
  let after: string | null = null;
  do {
    const answer: SessionPlanListQuery = await gateway.ask(SessionPlanListDocument, {
      ...asked,
      first: 100,
      after,
    });
    const { nodes, pageInfo } = answer.sessionRecords;
    yield nodes.map(cellsOf);
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after);
}

const cellsOf = ({ session, seatsTaken }: SessionRowFragment): Cell[] => [
  session.title,
  stateWord(session),
  clockOf(session.startsAt).replace('T', ' '),
  clockOf(session.endsAt).replace('T', ' '),
  session.hostCommune?.name ?? null,
  session.partner?.name ?? null,
  session.capacity,
  seatsTaken,
  session.waitlistLength,
];
