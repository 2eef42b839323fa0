import { cleanText } from '@ancrage/input/clean-text';
import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { bounded } from '../prospect/prospect-facts.js';
import type { StandingStep, StepTale } from './change-step.js';
import { StepStatus } from './step-status.js';

/**
 * Settles a locked step to do: done, or left out with a word of why.
 *
 * @param by who settles it: an account, or HOUSEHOLD, SPONSOR, ACTOR
 */
export async function settleLocked(
  connection: Connection,
  { id, status }: Pick<StandingStep, 'id' | 'status'>,
  to: StepStatus.DONE | StepStatus.SKIPPED,
  { note: typed, by }: { note: string | null | undefined; by: string | null },
  problems: Problems,
): Promise<StepTale> {
  const note = bounded('note', cleanText(typed ?? ''), 1000, problems);
  if (status !== StepStatus.TODO)
    problems.add('status', 'Cette étape n’est plus à faire.', 'This step is no longer to be done.');
  if (to === StepStatus.SKIPPED && !note)
    problems.add('note', 'Dites en quelques mots pourquoi.', 'Say why in a few words.');
  if (problems.list.length === 0)
    await connection.query(
      `update installation_step set status = $2, settled_at = now(), settled_by = $3, note = $4, version = version + 1
        where id = $1`,
      [id, to, by, note],
    );
  return { kind: 'STEP_SETTLED', note, detail: { outcome: to }, redates: true };
}
