import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import type { SponsorOutdated, SponsorRefused, SponsorSaved } from './sponsor.result.js';
import type { SponsorRecord } from './sponsor-record.js';
import { selectSponsor } from './sponsor-record.queries.js';

/** Which sponsor is changed, and which version of it was read. */
export interface ReadSponsor {
  id: string;
  version: number;
}

export type SponsorOutcome = Promise<SponsorSaved | SponsorOutdated | SponsorRefused>;

const gone = () => new NotFoundError('Cette personne n’est pas ou n’est plus parmi les parrains.');

/** Locks a sponsor of a territory until the transaction ends; gives its version. Throws NOT_FOUND for any other. */
export async function lockSponsor(connection: Connection, territoryId: string, id: string): Promise<number> {
  const { rows } = isUuid(id)
    ? await connection.query<{ version: number }>(
        'select version from sponsor where territory_id = $1 and id = $2 for update',
        [territoryId, id],
      )
    : { rows: [] };
  if (!rows[0]) throw gone();
  return rows[0].version;
}

/** Changes one locked sponsor, unless somebody else did since it was read; not when `work` finds problems. Agents only. */
export async function changeSponsor(
  context: SubgraphContext,
  { id, version }: ReadSponsor,
  work: (connection: Connection, problems: Problems) => Promise<void>,
): SponsorOutcome {
  context.requireRole(...WRITERS);
  const problems = new Problems(context.origin.locale);
  let outdated = false;
  await context.write(async (connection) => {
    outdated = (await lockSponsor(connection, context.requireTerritory(), id)) !== version;
    if (outdated) return;
    await work(connection, problems);
    if (problems.list.length > 0) return;
    await connection.query('update sponsor set version = version + 1 where id = $1', [id]);
  });
  if (problems.list.length > 0) return { __typename: 'SponsorRefused', problems: problems.list };
  const record = (await selectSponsor(context, id)) as SponsorRecord;
  return outdated ? { __typename: 'SponsorOutdated', record } : { __typename: 'SponsorSaved', record };
}
