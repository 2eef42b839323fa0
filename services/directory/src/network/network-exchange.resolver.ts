import { randomUUID } from 'node:crypto';
import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import { NetworkExchangeInput } from './network.input.js';
import { exchangeValues } from './network.problems.js';
import { NetworkResult } from './network.result.js';
import { actorOf, changeActor, nothing } from './network-change.js';

@ArgsType()
class AnswerArguments {
  @Field(() => ID)
  @MaxLength(36)
  id!: string;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Now when left out; never later.' })
  answeredAt?: Date | null;

  @Field(() => String, { defaultValue: '', description: 'What it said; at most 1,000 characters.' })
  @MaxLength(5000)
  answer!: string;
}

@Resolver()
export class NetworkExchangeResolver {
  @Mutation(() => NetworkResult, {
    description:
      'Writes down that an actor was asked something: its response time runs from then. Agents only.',
  })
  recordNetworkExchange(
    @Arg('input', () => NetworkExchangeInput) input: NetworkExchangeInput,
    @Ctx() context: SubgraphContext,
  ) {
    return changeActor(
      context,
      input.actorId,
      (problems) => exchangeValues(input, problems),
      (connection, held, values) =>
        connection.query(
          `insert into network_exchange (id, territory_id, actor_id, user_id, subject, means, step, asked_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [randomUUID(), context.requireTerritory(), held.id, context.scope.userId ?? '', ...values],
        ),
    );
  }

  @Mutation(() => NetworkResult, {
    description: 'Writes down that it answered, or corrects when. Agents only.',
  })
  async answerNetworkExchange(
    @Args(() => AnswerArguments) { id, answeredAt, answer }: AnswerArguments,
    @Ctx() context: SubgraphContext,
  ) {
    const at = answeredAt ?? new Date();
    return changeActor(
      context,
      await actorOf(context, 'network_exchange', id),
      (problems) => {
        if (at > new Date()) tellOfTime(problems);
        return answer.trim() ? problems.text('answer', cleanText(answer), 1000) : null;
      },
      async (connection, _held, text, problems) => {
        const { rowCount } = await connection.query(
          'update network_exchange set answered_at = $2, answer = $3 where id = $1 and asked_at <= $2',
          [id, at, text],
        );
        if (rowCount === 0) tellOfTime(problems);
      },
    );
  }

  @Mutation(() => NetworkResult, {
    description: 'Forgets one that was written down by mistake. Agents only.',
  })
  async removeNetworkExchange(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return changeActor(context, await actorOf(context, 'network_exchange', id), nothing, (connection) =>
      connection.query('delete from network_exchange where id = $1', [id]),
    );
  }
}

const tellOfTime = (problems: Problems): void =>
  problems.add(
    'answeredAt',
    'Une réponse vient après la demande, et pas plus tard qu’aujourd’hui.',
    'An answer comes after its request, and no later than today.',
  );
