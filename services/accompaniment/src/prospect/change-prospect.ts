import type { Scope, SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { type FieldProblem, Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { type ProspectRefused, type ProspectSaved, refused, saved } from './prospect.result.js';
import type { ProspectRecord } from './prospect-record.js';
import { selectProspect } from './prospect-record.queries.js';
import type { ProspectStage } from './prospect-stage.js';

/** Where a household stands, locked until the transaction ends. */
export interface StandingProspect {
  id: string;
  stage: ProspectStage;
  version: number;
  ownerId: string | null;
  nextAction: string | null;
  nextActionOn: string | null;
}

/** Leaves the transaction without a trace. */
class Refusal extends Error {
  constructor(readonly problems: FieldProblem[]) {
    super('refused');
  }
}

/** Locks a household of the request's territory that still has a name. Throws NOT_FOUND for any other. */
export async function lockProspect(
  connection: Connection,
  { territoryId }: Scope,
  id: string,
): Promise<StandingProspect> {
  const { rows } = isUuid(id)
    ? await connection.query<StandingProspect>(
        `select id, stage, version, owner_id as "ownerId", next_action as "nextAction",
                next_action_on::text as "nextActionOn"
           from prospect where territory_id = $1 and id = $2 and anonymised_at is null for update`,
        [territoryId, id],
      )
    : { rows: [] };
  if (!rows[0]) throw new NotFoundError('Ce foyer n’est pas ou n’est plus suivi ici.');
  return rows[0];
}

/** Does something to one locked household, or nothing at all when there are problems. Agents only. */
export async function changeProspect(
  context: SubgraphContext,
  id: string,
  work: (connection: Connection, prospect: StandingProspect, problems: Problems) => Promise<void>,
): Promise<ProspectSaved | ProspectRefused> {
  context.requireRole(...WRITERS);
  try {
    await context.write(async (connection) => {
      const problems = new Problems(context.origin.locale);
      await work(connection, await lockProspect(connection, context.scope, id), problems);
      if (problems.list.length > 0) throw new Refusal(problems.list);
    });
  } catch (error) {
    if (error instanceof Refusal) return refused(error.problems);
    throw error;
  }
  return saved((await selectProspect(context, id)) as ProspectRecord);
}
