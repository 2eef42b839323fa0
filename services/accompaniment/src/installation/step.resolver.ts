import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { changeStep } from './change-step.js';
import { selectOwnSteps } from './installation-step.queries.js';
import { InstallationStepRecord } from './installation-step-record.js';
import { settleLocked } from './settle-step.js';
import { StepChangeResult } from './step.result.js';
import { StepStatus } from './step-status.js';

@ArgsType()
class SettleArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Of the step that the change is based on.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'A word about it, 1,000 characters at most.' })
  @MaxLength(20_000)
  note?: string;
}

/** What those who carry a step do with it: agents with any, contributors with those given to them. */
@Resolver()
export class StepResolver {
  @Query(() => [InstallationStepRecord], {
    description:
      'Steps to do that were given to the viewer, the most urgent first, at most 200. Members; none for those to whom nothing is given.',
  })
  ownSteps(@Ctx() context: SubgraphContext): Promise<InstallationStepRecord[]> {
    context.requireRole(...STAFF);
    return selectOwnSteps(context);
  }

  @Mutation(() => StepChangeResult, {
    description:
      'Says that a step is done; the days of those that wait for it follow. Agents, and contributors for the steps given to them.',
  })
  settleStep(
    @Args(() => SettleArguments) { id, version, note }: SettleArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof StepChangeResult> {
    return settle(context, id, version, StepStatus.DONE, note);
  }

  @Mutation(() => StepChangeResult, {
    description: 'Leaves a step out, with a word of why. Agents, and contributors for those given to them.',
  })
  skipStep(
    @Args(() => SettleArguments) { id, version, note }: SettleArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof StepChangeResult> {
    return settle(context, id, version, StepStatus.SKIPPED, note);
  }

  @Mutation(() => StepChangeResult, {
    description: 'Takes a settled step up again. Agents, and contributors for those given to them.',
  })
  reopenStep(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, { description: 'Of the step that the change is based on.' }) version: number,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof StepChangeResult> {
    return changeStep(context, id, version, async (connection, step, problems) => {
      if (step.status === StepStatus.TODO)
        problems.add('status', 'Cette étape est déjà à faire.', 'This step is to be done already.');
      else
        await connection.query(
          `update installation_step set status = 'TODO', settled_at = null, settled_by = null, note = null,
             version = version + 1 where id = $1`,
          [id],
        );
      return { kind: 'STEP_REOPENED', redates: true };
    });
  }
}

const settle = (
  context: SubgraphContext,
  id: string,
  version: number,
  to: StepStatus.DONE | StepStatus.SKIPPED,
  note: string | undefined,
) =>
  changeStep(context, id, version, (connection, step, problems) =>
    settleLocked(connection, step, to, { note, by: context.scope.userId }, problems),
  );
