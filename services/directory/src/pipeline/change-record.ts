import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { FieldProblem } from '@ancrage/subgraph/field-problem';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { lockSolo, type StandingSolo } from './move-solo.js';
import type { SoloRecord } from './solo-record.js';
import { selectRecord } from './solo-record.queries.js';
import { refuseRecord, type SoloRecordRefused, type SoloRecordSaved } from './solo-record.result.js';

type Work = (connection: Connection, solo: StandingSolo, problems: Problems) => Promise<void>;

/** Leaves the transaction without a trace. */
class Refusal extends Error {
  constructor(readonly problems: FieldProblem[]) {
    super('refused');
  }
}

/** Does something to one locked solo, or nothing at all when there are problems. Agents only. */
export async function changeRecord(
  context: SubgraphContext,
  id: string,
  work: Work,
): Promise<SoloRecordSaved | SoloRecordRefused> {
  context.requireRole(...WRITERS);
  try {
    await context.write(async (connection) => {
      const problems = new Problems(context.origin.locale);
      await work(connection, await lockSolo(connection, context.scope, id), problems);
      if (problems.list.length > 0) throw new Refusal(problems.list);
    });
  } catch (error) {
    if (error instanceof Refusal) return refuseRecord(error.problems);
    throw error;
  }
  return saved((await selectRecord(context, id)) as SoloRecord);
}

export const saved = (record: SoloRecord): SoloRecordSaved => ({ __typename: 'SoloRecordSaved', record });
