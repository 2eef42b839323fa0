import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { IsOptional, MaxLength } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import { changeProspect } from './change-prospect.js';
import { ProspectChangeResult } from './prospect.result.js';
import { recordProspectEvent } from './record-prospect-event.js';

@ArgsType()
class AssignArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Account of a member of the territory; null: nobody.' })
  @MaxLength(100)
  @IsOptional()
  ownerId!: string | null;
}

@ArgsType()
class NextActionArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What is to be done, 1 to 200 characters.' })
  @MaxLength(2000)
  what!: string;
}

const YEARS = 10 * 366 * 86_400_000;

/** Who follows a household, and what is done next. */
@Resolver()
export class FollowUpResolver {
  @Mutation(() => ProspectChangeResult, { description: 'Says who follows a household. Agents only.' })
  assignProspect(
    @Args(() => AssignArguments) { id, ownerId }: AssignArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    return changeProspect(context, id, async (connection, prospect, problems) => {
      // Accounts are identity's: what cannot be one is refused, and the site offers those of the territory.
      if (ownerId && !/^[\w-]{1,64}$/.test(ownerId))
        problems.add('owner', 'Choisissez un membre du territoire.', 'Choose a member of the territory.');
      if (problems.list.length > 0 || prospect.ownerId === ownerId) return;
      await connection.query('update prospect set owner_id = $3 where territory_id = $1 and id = $2', [
        context.scope.territoryId,
        id,
        ownerId,
      ]);
      const detail = { from: prospect.ownerId, to: ownerId };
      await recordProspectEvent(connection, context.scope, id, 'OWNER_CHANGED', { detail });
    });
  }

  @Mutation(() => ProspectChangeResult, {
    description: 'Says what is done next for a household, and by which day. Agents only.',
  })
  setNextAction(
    @Args(() => NextActionArguments) { id, what }: NextActionArguments,
    @Arg('on', () => DateResolver, { description: 'By when, within ten years.' }) on: Date,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    return changeProspect(context, id, async (connection, prospect, problems) => {
      const action = problems.text('what', cleanLine(what), 200);
      const day = on.toISOString().slice(0, 10);
      if (Math.abs(on.getTime() - Date.now()) > YEARS)
        problems.add('on', 'Choisissez un jour.', 'Choose a day.');
      if (problems.list.length > 0) return;
      if (prospect.nextAction === action && prospect.nextActionOn === day) return;
      await connection.query(
        'update prospect set next_action = $3, next_action_on = $4 where territory_id = $1 and id = $2',
        [context.scope.territoryId, id, action, day],
      );
      const detail = { what: action, on: day };
      await recordProspectEvent(connection, context.scope, id, 'NEXT_ACTION', { detail });
    });
  }

  @Mutation(() => ProspectChangeResult, {
    description: 'Says that what was to be done next is done, or not to be done any more. Agents only.',
  })
  closeNextAction(
    @Arg('id', () => ID) id: string,
    @Arg('done', () => Boolean, { description: 'False: it was given up.' }) done: boolean,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    return changeProspect(context, id, async (connection, { nextAction, nextActionOn }) => {
      if (nextAction === null) return;
      await connection.query(
        'update prospect set next_action = null, next_action_on = null where territory_id = $1 and id = $2',
        [context.scope.territoryId, id],
      );
      const detail = { what: nextAction, on: nextActionOn, outcome: done ? 'DONE' : 'GIVEN_UP' };
      await recordProspectEvent(connection, context.scope, id, 'NEXT_ACTION', { detail });
    });
  }
}
