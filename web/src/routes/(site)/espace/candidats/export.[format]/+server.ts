import {
  type ProspectCardFragment,
  ProspectTableDocument,
  type ProspectTableQuery,
} from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportLimit, exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { horizonWords, reasonWords, stageWords } from '#lib/prospects/prospect-words.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { colleaguesOf, memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { ownerName } from '../owner-name.ts';
import { prospectShape, prospectVariables } from '../prospect-list.ts';
import type { RequestHandler } from './$types';

/** Whom the follow-up shows, all its pages, as a file. */
export const GET: RequestHandler = async (event) => {
  const { decides, person } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const variables = prospectVariables(parseList(prospectShape, event.url.searchParams), person.id);
  const colleagues = await colleaguesOf(event);
  return exportResponse(format, {
    fileName: `candidats-${tenantIn(event.locals).slug}`,
    head: [
      m.prospect_form_name(),
      m.prospect_form_email(),
      m.prospect_form_phone(),
      m.prospect_stage(),
      m.prospect_form_adults(),
      m.prospect_form_children(),
      m.prospect_form_activity(),
      m.prospect_form_horizon(),
      m.prospect_owner(),
      m.prospect_next_action(),
      m.prospect_next_on(),
      m.prospect_move_reason(),
      m.prospect_first_contact(),
      m.prospect_last_contact(),
      m.demonstration(),
    ],
    pages: pagesOf(await memberGateway(event), variables, (household) => cellsOf(household, colleagues)),
  });
};

async function* pagesOf(
  gateway: GatewayClient,
  variables: ReturnType<typeof prospectVariables>,
  cells: (household: ProspectCardFragment) => Cell[],
): AsyncGenerator<Cell[][]> {
  let after: string | null = null;
  for (let read = 0; read < exportLimit; ) {
    const answer: ProspectTableQuery = await gateway.ask(ProspectTableDocument, {
      ...variables,
      first: 100,
      after,
    });
    const { nodes, pageInfo } = answer.prospectRecords;
    yield nodes.map(cells);
    read += nodes.length;
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || nodes.length === 0) {
      return;
    }
  }
}

const cellsOf = (
  household: ProspectCardFragment,
  colleagues: readonly { id: string; name: string }[],
): Cell[] => [
  household.contact.name,
  household.contact.email ?? null,
  household.contact.phone ?? null,
  stageWords[household.stage](),
  household.adults,
  household.childrenBirthYears.join(', '),
  household.activity ?? null,
  household.horizon ? horizonWords[household.horizon]() : null,
  ownerName(household, colleagues),
  household.nextAction ?? null,
  household.nextActionOn ?? null,
  household.lostReason ? reasonWords[household.lostReason]() : null,
  household.firstContactOn,
  household.lastContactAt?.slice(0, 10) ?? null,
  household.demonstration ? m.list_yes() : null,
];
