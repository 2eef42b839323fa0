import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { IsOptional, MaxLength } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { changeProspect } from './change-prospect.js';
import { LostReason } from './lost-reason.js';
import { moveProspect } from './move-prospect.js';
import { ProspectChangeResult } from './prospect.result.js';
import { bounded } from './prospect-facts.js';
import { ProspectStage } from './prospect-stage.js';

@InputType({ description: 'Where a household goes, and why.' })
export class MoveProspectInput {
  @Field(() => ProspectStage)
  to!: ProspectStage;

  @Field(() => ProspectStage, {
    nullable: true,
    description: 'Where it stood when this was decided: when it no longer does, nothing moves.',
  })
  @IsOptional()
  from?: ProspectStage | null;

  @Field(() => LostReason, { nullable: true, description: 'Needed to LOST.' })
  @IsOptional()
  reason?: LostReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 1,000 characters; needed backwards, out of LOST and into it.',
  })
  @MaxLength(20_000)
  @IsOptional()
  note?: string | null;
}

@Resolver()
export class MoveProspectResolver {
  @Mutation(() => ProspectChangeResult, {
    description:
      'Moves a household on its way, forwards or back. INSTALLED is refused unless an installation took place. Agents only.',
  })
  moveProspect(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => MoveProspectInput) input: MoveProspectInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    return changeProspect(context, id, async (connection, prospect, problems) => {
      if (input.from && input.from !== prospect.stage) {
        problems.add(
          'to',
          'Quelqu’un a déplacé ce foyer entre-temps : regardez où il en est.',
          'Somebody moved this household meanwhile: look where it stands.',
        );
        return;
      }
      const note = bounded('note', cleanText(input.note ?? ''), 1000, problems) ?? '';
      const move = { to: input.to, reason: input.reason ?? null, note };
      await moveProspect(connection, context.scope, prospect, move, problems);
    });
  }
}
