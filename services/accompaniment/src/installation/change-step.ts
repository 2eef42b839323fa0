import type { Scope, SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { type FieldProblem, Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { goOnAs } from '@ancrage/subgraph/self-service';
import type { ProspectEventKind } from '../prospect/prospect-event-kind.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { redateSteps } from './case-steps.js';
import { coverAbsences } from './cover-absences.js';
import { selectStep } from './installation-step.queries.js';
import type { InstallationStepRecord } from './installation-step-record.js';
import type { StepChangeResult } from './step.result.js';
import type { StepStatus } from './step-status.js';

/** Where a step stands, locked until the transaction ends. */
export interface StandingStep {
  id: string;
  installationId: string;
  prospectId: string;
  key: string;
  title: string;
  status: StepStatus;
  assigneeId: string | null;
  dueOn: string | null;
  version: number;
}

/** What a change of a step is told as. */
export interface StepTale {
  kind: ProspectEventKind;
  note?: string | null;
  detail?: Record<string, unknown>;
  /** Whether the days of the steps that wait for it follow. */
  redates?: boolean;
}

/** What follows for the case and its trail is the team's to write, whoever settled the step. */
const teamRole = (role: Scope['role']): Scope['role'] =>
  (WRITERS as readonly string[]).includes(role) ? role : 'AGENT';

/** Leaves the transaction without a trace. */
class StepRefusal extends Error {
  constructor(readonly problems: FieldProblem[]) {
    super('refused');
  }
}
class StepOvertaken extends Error {}

type Work = (connection: Connection, step: StandingStep, problems: Problems) => Promise<StepTale>;

/**
 * Does something to one locked step with the viewer's own rights, so that the database says whose step it is; then, in the
 * same transaction, what follows for the case and its trail. Nothing when there are problems, or when it changed since it was read.
 */
export async function changeStep(
  context: SubgraphContext,
  id: string,
  version: number,
  work: Work,
): Promise<typeof StepChangeResult> {
  context.requireRole(...WRITERS, 'CONTRIBUTOR');
  const territoryId = context.requireTerritory();
  try {
    await context.write(async (connection) => {
      const problems = new Problems(context.origin.locale);
      const step = await lockStep(connection, territoryId, id);
      if (step.version !== version) throw new StepOvertaken();
      const tale = await work(connection, step, problems);
      if (problems.list.length > 0) throw new StepRefusal(problems.list);
      const team = await goOnAs(connection, { ...context.scope, role: teamRole(context.scope.role) });
      await follow(connection, team, step, tale);
    });
  } catch (error) {
    if (error instanceof StepRefusal) return { __typename: 'StepRefused', problems: error.problems };
    if (error instanceof StepOvertaken)
      return { __typename: 'StepOutdated', step: (await selectStep(context, id)) as InstallationStepRecord };
    throw error;
  }
  return { __typename: 'StepSaved', step: (await selectStep(context, id)) as InstallationStepRecord };
}

/** Locks a step that the viewer may see. Throws NOT_FOUND for any other. */
async function lockStep(connection: Connection, territoryId: string, id: string): Promise<StandingStep> {
  const { rows } = isUuid(id)
    ? await connection.query<StandingStep>(
        `select id, installation_id as "installationId", prospect_id as "prospectId", key, title, status,
           assignee_id as "assigneeId", due_on::text as "dueOn", version
         from installation_step where territory_id = $1 and id = $2 for update`,
        [territoryId, id],
      )
    : { rows: [] };
  if (!rows[0]) throw new NotFoundError('Cette étape n’est pas ou n’est plus à vous.');
  return rows[0];
}

/** What a changed step means for its case: other days, another hand while somebody is away, a line of the trail. */
export async function follow(
  connection: Connection,
  scope: Scope,
  {
    installationId,
    prospectId,
    key,
    title,
  }: Pick<StandingStep, 'installationId' | 'prospectId' | 'key' | 'title'>,
  { kind, note = null, detail = {}, redates = false }: StepTale,
): Promise<void> {
  if (redates) await redateSteps(connection, scope, installationId, { moved: 'STEP', key });
  await coverAbsences(connection, scope);
  await recordProspectEvent(connection, scope, prospectId, kind, {
    note,
    detail: { installation: installationId, step: title, ...detail },
  });
}
