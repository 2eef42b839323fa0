import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { changeDraft, type HeldDraft } from './change-draft.js';
import { checkProtocol, type PresentOwners } from './check-protocol.js';
import type { WelcomeProtocolInput } from './protocol.input.js';
import { readSteps } from './read-protocol-input.js';

/** Writes a whole draft, unless something in it cannot be: what is wrong is said at its step. */
export const saveDraft = (context: SubgraphContext, held: HeldDraft, input: WelcomeProtocolInput) =>
  changeDraft(context, held, async (connection, { id }, problems) => {
    const name = problems.text('name', cleanLine(input.name), 120);
    const typed = cleanText(input.introduction ?? '');
    const introduction = typed === '' ? null : problems.text('introduction', typed, 1000);
    const steps = readSteps(input.steps);
    checkProtocol(steps, problems);
    if (problems.list.length > 0) return;
    await connection.query(
      `update welcome_protocol set name = $3, introduction = $4, steps = $5, version = version + 1,
         updated_at = now(), demonstration = false
       where territory_id = $1 and id = $2`,
      [context.requireTerritory(), id, name, introduction, JSON.stringify(steps)],
    );
  });

/**
 * Publishes a draft: new cases begin with it, and the version before is retired. Cases that run keep the one with which
 * they began.
 */
export const publishDraft = (context: SubgraphContext, held: HeldDraft, present: PresentOwners) =>
  changeDraft(context, held, async (connection, { id, steps }, problems) => {
    checkProtocol(steps, problems, present);
    if (steps.length === 0)
      problems.add('steps', 'Un protocole a au moins une étape.', 'A protocol has one step at least.');
    if (problems.list.length > 0) return;
    await connection.query(
      `update welcome_protocol set status = 'RETIRED', version = version + 1, updated_at = now()
        where territory_id = $1 and status = 'PUBLISHED'`,
      [context.requireTerritory()],
    );
    await connection.query(
      `update welcome_protocol set status = 'PUBLISHED', published_at = now(), published_by = $3,
         version = version + 1, updated_at = now()
       where territory_id = $1 and id = $2`,
      [context.requireTerritory(), id, context.scope.userId],
    );
  });

/** Throws a draft away. */
export const discardDraft = (context: SubgraphContext, held: HeldDraft) =>
  changeDraft(context, held, async (connection, { id }) => {
    await connection.query('delete from welcome_protocol where territory_id = $1 and id = $2', [
      context.requireTerritory(),
      id,
    ]);
  });
