import {
  type InstallationCardFragment,
  InstallationTableDocument,
  type InstallationTableQuery,
} from '#lib/graphql/generated/graphql.ts';
import { abandonWords, statusWords } from '#lib/installations/installation-words.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportLimit, exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { horizonWords } from '#lib/prospects/prospect-words.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { leadWords } from '../case-facts.ts';
import { installationShape, installationVariables } from '../installation-list.ts';
import type { RequestHandler } from './$types';

/** The cases that the list shows, all its pages, as a file. */
export const GET: RequestHandler = async (event) => {
  const { decides, person } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const variables = installationVariables(parseList(installationShape, event.url.searchParams), person.id);
  return exportResponse(format, {
    fileName: `installations-${tenantIn(event.locals).slug}`,
    head: [
      m.installation_household(),
      m.installation_status(),
      m.installation_horizon(),
      m.installation_planned_on(),
      m.installation_expected_on(),
      m.installation_effective_on(),
      m.installation_commune(),
      m.installation_adults(),
      m.installation_children(),
      m.installation_jobs(),
      m.installation_lead(),
      m.installation_next(),
      m.installation_step_day(),
      m.installations_overdue_only(),
      m.installation_abandon_reason(),
      m.demonstration(),
    ],
    pages: pagesOf(await memberGateway(event), variables),
  });
};

async function* pagesOf(
  gateway: GatewayClient,
  variables: ReturnType<typeof installationVariables>,
): AsyncGenerator<Cell[][]> {
  let after: string | null = null;
  for (let read = 0; read < exportLimit; ) {
    const answer: InstallationTableQuery = await gateway.ask(InstallationTableDocument, {
      ...variables,
      first: 100,
      after,
    });
    const { nodes, pageInfo } = answer.installationRecords;
    yield nodes.map(cellsOf);
    read += nodes.length;
    after = pageInfo.endCursor ?? null;
    if (!pageInfo.hasNextPage || nodes.length === 0) {
      return;
    }
  }
}

const cellsOf = (installation: InstallationCardFragment): Cell[] => [
  installation.householdName ?? m.installation_forgotten(),
  statusWords[installation.status](),
  installation.horizon ? horizonWords[installation.horizon]() : null,
  installation.plannedOn,
  installation.expectedOn ?? null,
  installation.effectiveOn ?? null,
  installation.commune?.name ?? null,
  installation.adults,
  installation.childrenBirthYears.join(', '),
  installation.jobs ?? null,
  leadWords(installation),
  installation.progress.nextTitle ?? null,
  installation.progress.nextDueOn ?? null,
  installation.progress.overdue,
  installation.abandonReason ? abandonWords[installation.abandonReason]() : null,
  installation.demonstration ? m.list_yes() : null,
];
