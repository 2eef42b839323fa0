import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import type { ProtocolResult } from './protocol.result.js';
import type { ProtocolStep } from './protocol-step.js';
import { selectProtocol } from './welcome-protocol.queries.js';

/** A draft as it stands, locked until the transaction ends. */
export interface StandingDraft {
  id: string;
  name: string;
  steps: ProtocolStep[];
}

/** Which draft is changed, and which state of it was read. */
export interface HeldDraft {
  id: string;
  version: number;
}

const OUTDATED = Symbol('somebody else changed it');

/**
 * Does something to one locked draft, or nothing when there are problems or somebody else changed it since it was read.
 * Agents only.
 */
export async function changeDraft(
  context: SubgraphContext,
  { id, version }: HeldDraft,
  work: (connection: Connection, draft: StandingDraft, problems: Problems) => Promise<void>,
): Promise<typeof ProtocolResult> {
  context.requireRole(...WRITERS);
  const problems = new Problems(context.origin.locale);
  const found = await context.write(async (connection) => {
    const { rows } = isUuid(id)
      ? await connection.query<StandingDraft & { status: string; version: number }>(
          `select id, name, steps, status, version from welcome_protocol
            where territory_id = $1 and id = $2 for update`,
          [context.requireTerritory(), id],
        )
      : { rows: [] };
    const [draft] = rows;
    if (!draft) throw new NotFoundError('Cette version n’existe pas ou plus.');
    if (draft.status !== 'DRAFT' || draft.version !== version) return OUTDATED;
    await work(connection, draft, problems);
    return draft;
  });
  if (found === OUTDATED)
    return { __typename: 'ProtocolOutdated', record: await selectProtocol(context, id) };
  if (problems.list.length > 0) return { __typename: 'ProtocolRefused', problems: problems.list };
  return { __typename: 'ProtocolSaved', record: await selectProtocol(context, id) };
}
