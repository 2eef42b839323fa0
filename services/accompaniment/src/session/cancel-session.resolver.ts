import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { cancelAllRegistrations } from '../registration/cancel-all.js';
import { SessionStatus } from './session-format.js';
import { changeSession } from './session-hold.js';
import { SessionResult } from './session-plan.result.js';
import { audienceOf } from './tell-registered.js';

@ArgsType()
class CancelSessionArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description: 'Why it does not take place, as everybody reads it: 1 to 500 characters.',
  })
  @MaxLength(5000)
  reason!: string;
}

@Resolver()
export class CancelSessionResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => SessionResult, {
    description:
      'Ends a session that was announced, with every registration in it, and tells each household once. There is no way back. Agents only.',
  })
  cancelSession(
    @Args(() => CancelSessionArguments) { id, reason }: CancelSessionArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return changeSession(context, this.links, id, async (connection, held, problems) => {
      // Done already, by this click or another: nobody is told again.
      if (held.status === SessionStatus.CANCELLED) return 0;
      const words = problems.text('reason', cleanText(reason), 500);
      if (held.status === SessionStatus.DRAFT)
        problems.add(
          'status',
          'Un brouillon se supprime, il ne s’annule pas.',
          'A draft is deleted, not cancelled.',
        );
      else if (held.endsAt <= held.open.now)
        problems.add('status', 'Cette session a eu lieu.', 'This session took place.');
      if (problems.list.length > 0) return 0;
      await connection.query(
        `update discovery_session set status = 'CANCELLED', cancel_reason = $2, cancelled_at = now(),
            revision = revision + 1, updated_at = clock_timestamp() where id = $1`,
        [id, words],
      );
      const { reachable } = await audienceOf(connection, id);
      await cancelAllRegistrations(connection, context.scope, held.post, id, words);
      return reachable;
    });
  }
}
