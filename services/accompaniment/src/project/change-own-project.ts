import type { Scope, SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { type FieldProblem, Problems } from '@ancrage/subgraph/field-problem';
import { asTerritory } from '@ancrage/subgraph/self-service';
import type { HouseholdLinks } from '../household/household-links.js';
import { householdUserId } from '../household/own-household.js';
import { selectOwnProject } from './own-project.queries.js';
import type { OwnProjectChanged, OwnProjectRefused } from './project-change.input.js';
import { householdOf } from './project-holder.js';

/** What a household’s act gets: its row is locked, and what is written down bears the household’s name. */
export interface OwnWork {
  connection: Connection;
  /** With the territory’s rights, in the household’s name: letters and the timeline are not its own to write. */
  scope: Scope;
  prospectId: string;
  problems: Problems;
}

/** Leaves the transaction without a trace. */
class Refusal extends Error {
  constructor(readonly problems: FieldProblem[]) {
    super('refused');
  }
}

/**
 * Does something by the link to a household’s page, or nothing at all when there are problems. Acts of one household wait
 * for each other: two tabs do not lose each other’s words.
 */
export async function changeOwnProject(
  context: SubgraphContext,
  links: HouseholdLinks,
  token: string,
  work: (work: OwnWork) => Promise<void>,
): Promise<OwnProjectChanged | OwnProjectRefused> {
  const prospectId = await householdOf(context, links, token);
  if (!prospectId) return gone();
  const territory = asTerritory(context);
  const scope: Scope = { ...territory.scope, userId: householdUserId(prospectId) };
  try {
    await territory.write(async (connection) => {
      const problems = new Problems(context.origin.locale);
      await connection.query('select 1 from prospect where id = $1 for update', [prospectId]);
      await work({ connection, scope, prospectId, problems });
      if (problems.list.length > 0) throw new Refusal(problems.list);
    });
  } catch (error) {
    if (error instanceof Refusal)
      return { __typename: 'OwnProjectRefused', gone: false, problems: error.problems };
    throw error;
  }
  const project = await selectOwnProject(context, prospectId);
  return project ? { __typename: 'OwnProjectChanged', project } : gone();
}

const gone = (): OwnProjectRefused => ({ __typename: 'OwnProjectRefused', gone: true, problems: [] });
