import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { type FieldProblem, Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { type InstallationChangeResult, type InstallationSaved, refused } from './installation.result.js';
import type { InstallationRecord } from './installation-record.js';
import { selectInstallation } from './installation-record.queries.js';
import type { InstallationStatus } from './installation-status.js';

/** Where a case stands, locked with its household until the transaction ends. */
export interface StandingCase {
  id: string;
  prospectId: string;
  status: InstallationStatus;
  version: number;
  startedOn: string | null;
  expectedOn: string | null;
  effectiveOn: string | null;
  communeCode: string | null;
  horizon: string | null;
  adults: number;
  childrenBirthYears: number[];
  leadId: string | null;
  leadName: string | null;
  evidence: string | null;
  evidenceNote: string | null;
  evidenceFileId: string | null;
  declaredBy: string | null;
  jobs: number | null;
}

/** Leaves the transaction without a trace. */
class Refusal extends Error {
  constructor(readonly problems: FieldProblem[]) {
    super('refused');
  }
}
/** Somebody else was first. */
class Overtaken extends Error {}

/** Locks a case of the request's territory, its household first. Throws NOT_FOUND for any other. */
export async function lockCase(
  connection: Connection,
  territoryId: string | null,
  id: string,
): Promise<StandingCase> {
  if (!isUuid(id)) throw gone();
  await connection.query(
    `select 1 from prospect where territory_id = $1
       and id = (select prospect_id from installation where territory_id = $1 and id = $2) for update`,
    [territoryId, id],
  );
  const { rows } = await connection.query<StandingCase>(
    `select id, prospect_id as "prospectId", status, version, started_on::text as "startedOn",
       expected_on::text as "expectedOn", effective_on::text as "effectiveOn", commune_code as "communeCode", horizon,
       adults, children_birth_years as "childrenBirthYears", lead_id as "leadId", lead_name as "leadName", evidence,
       evidence_note as "evidenceNote", evidence_file_id as "evidenceFileId", declared_by as "declaredBy", jobs
     from installation where territory_id = $1 and id = $2 for update`,
    [territoryId, id],
  );
  if (!rows[0]) throw gone();
  return rows[0];
}

const gone = () => new NotFoundError('Cette installation n’est pas ou n’est plus suivie ici.');

/**
 * Does something to one locked case, or nothing at all when there are problems or when the case changed since it was read.
 * Agents only.
 */
export async function changeInstallation(
  context: SubgraphContext,
  id: string,
  version: number,
  work: (connection: Connection, standing: StandingCase, problems: Problems) => Promise<void>,
): Promise<typeof InstallationChangeResult> {
  context.requireRole(...WRITERS);
  const territoryId = context.requireTerritory();
  return outcomeOf(
    context,
    async () => {
      await context.write(async (connection) => {
        const problems = new Problems(context.origin.locale);
        const standing = await lockCase(connection, territoryId, id);
        if (standing.version !== version) throw new Overtaken();
        await work(connection, standing, problems);
        endOn(problems);
      });
      return id;
    },
    id,
  );
}

/** Ends the transaction where something is wrong. */
export function endOn(problems: Problems): void {
  if (problems.list.length > 0) throw new Refusal(problems.list);
}

/** What came of a change that gives the id of the case. */
export async function outcomeOf(
  context: SubgraphContext,
  change: () => Promise<string>,
  id?: string,
): Promise<typeof InstallationChangeResult> {
  try {
    return saved(context, await change());
  } catch (error) {
    if (error instanceof Refusal) return refused(error.problems);
    if (error instanceof Overtaken && id)
      return { __typename: 'InstallationOutdated', record: await recordOf(context, id) };
    throw error;
  }
}

const recordOf = async (context: SubgraphContext, id: string): Promise<InstallationRecord> =>
  (await selectInstallation(context, id)) as InstallationRecord;

const saved = async (context: SubgraphContext, id: string): Promise<InstallationSaved> => ({
  __typename: 'InstallationSaved',
  record: await recordOf(context, id),
});
