import { randomUUID } from 'node:crypto';
import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { bounded } from '../prospect/prospect-facts.js';
import { takeSteps } from './case-steps.js';
import { changeInstallation } from './change-installation.js';
import { changeStep, follow } from './change-step.js';
import { coverAbsences } from './cover-absences.js';
import { InstallationChangeResult } from './installation.result.js';
import type { InstallationHorizon } from './installation-status.js';
import { OwnStepInput, StepCarrierInput } from './step.input.js';
import { StepChangeResult } from './step.result.js';
import { carrierOf } from './step-carrier.js';

const VERSION = { description: 'Of the record that the change is based on.' };
const MOST_STEPS = 100;

/** Who does what of a case, and by when. Agents only. */
@Resolver()
export class StepPlanResolver {
  @Mutation(() => StepChangeResult, {
    description: 'Gives a step to somebody, with another day where one is said. Agents only.',
  })
  assignStep(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, VERSION) version: number,
    @Arg('input', () => StepCarrierInput) input: StepCarrierInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof StepChangeResult> {
    context.requireRole(...WRITERS);
    return changeStep(context, id, version, async (connection, step, problems) => {
      const carrier = carrierOf(input, problems);
      const { owner, assigneeId, assigneeName, actorId, actorName } = carrier;
      const dueOn = carrier.dueOn ?? step.dueOn;
      if (problems.list.length === 0)
        await connection.query(
          `update installation_step set owner = $2, assignee_id = $3, assignee_name = $4, actor_id = $5, actor_name = $6,
             due_on = $7, stands_in_for = null, reminded_at = null, version = version + 1 where id = $1`,
          [id, owner, assigneeId, assigneeName, actorId, actorName, dueOn],
        );
      const on = dueOn === step.dueOn ? null : dueOn;
      const detail = { to: assigneeName ?? actorName ?? owner, on };
      return { kind: 'STEP_REASSIGNED', detail, redates: on !== null };
    });
  }

  @Mutation(() => InstallationChangeResult, {
    description: `Adds a step that the protocol does not have to a case; ${MOST_STEPS} at most. Agents only.`,
  })
  addOwnStep(
    @Arg('id', () => ID, { description: 'Of the case.' }) id: string,
    @Arg('version', () => Int, VERSION) version: number,
    @Arg('input', () => OwnStepInput) input: OwnStepInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof InstallationChangeResult> {
    const { scope } = context;
    return changeInstallation(context, id, version, async (connection, { prospectId }, problems) => {
      const title = problems.text('title', cleanLine(input.title), 160);
      const description = bounded('description', cleanText(input.description ?? ''), 1000, problems) ?? '';
      const publicWords = bounded('publicWords', cleanText(input.publicWords ?? ''), 500, problems) ?? '';
      const { owner, assigneeId, assigneeName, actorId, actorName, dueOn } = carrierOf(input, problems);
      const { rows } = await connection.query<{ count: number; last: number }>(
        `select count(*)::int as count, coalesce(max(position), 0)::int as last from installation_step
          where territory_id = $1 and installation_id = $2`,
        [scope.territoryId, id],
      );
      const { count, last } = rows[0]!;
      if (count >= MOST_STEPS)
        problems.add('title', `${MOST_STEPS} étapes au plus.`, `${MOST_STEPS} steps at most.`);
      if (problems.list.length > 0) return;
      const key = `own-${randomUUID()}`;
      await connection.query(
        `insert into installation_step (id, territory_id, installation_id, prospect_id, key, position, title, description,
           public_words, phase, owner, actor_id, actor_name, assignee_id, assignee_name, due_on, documents)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, '[]')`,
        [
          ...[
            randomUUID(),
            scope.territoryId,
            id,
            prospectId,
            key,
            last + 1,
            title,
            description,
            publicWords,
          ],
          ...[input.phase, owner, actorId, actorName, assigneeId, assigneeName, dueOn],
        ],
      );
      await connection.query('update installation set version = version + 1 where id = $1', [id]);
      await follow(
        connection,
        scope,
        { installationId: id, prospectId, key, title },
        {
          kind: 'STEP_REASSIGNED',
          detail: { to: assigneeName ?? actorName ?? owner, on: dueOn, added: 'yes' },
        },
      );
    });
  }

  @Mutation(() => InstallationChangeResult, {
    description:
      'Takes the steps of the published protocol over into a case that began without any. Refused where there is no published one, or the case has steps of one. Agents only.',
  })
  takeProtocolSteps(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, VERSION) version: number,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof InstallationChangeResult> {
    const { scope } = context;
    return changeInstallation(context, id, version, async (connection, standing, problems) => {
      const { rows } = await connection.query<{ protocolId: string | null; plannedOn: string }>(
        'select protocol_id as "protocolId", planned_on::text as "plannedOn" from installation where id = $1',
        [id],
      );
      if (rows[0]?.protocolId)
        problems.add(
          'protocol',
          'Ce dossier suit déjà un protocole.',
          'This case follows a protocol already.',
        );
      if (problems.list.length > 0) return;
      const taken = await takeSteps(connection, scope, {
        ...standing,
        horizon: standing.horizon as InstallationHorizon | null,
        startedOn: standing.startedOn ?? rows[0]!.plannedOn,
        expectedOn: standing.effectiveOn ?? standing.expectedOn,
      });
      if (taken === 0) problems.add('protocol', 'Aucun protocole n’est publié.', 'No protocol is published.');
      await connection.query('update installation set version = version + 1 where id = $1', [id]);
      await coverAbsences(connection, scope);
    });
  }
}
