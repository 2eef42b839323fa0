import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments, decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { IsUUID } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type DeadLetter, DeadLetterConnection } from './dead-letter.js';
import { LETTERS_CHANNEL } from './write-letter.js';

@ArgsType()
class LetterArguments {
  @Field(() => ID)
  @IsUUID()
  id!: string;
}

@Resolver()
export class DeadLetterResolver {
  @Query(() => DeadLetterConnection, {
    description: 'E-mails of the directory that did not leave, the latest given up first. Agents only.',
  })
  async deadLetters(
    @Args(() => ConnectionArguments) { first, after }: ConnectionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<DeadLetterConnection> {
    context.requireRole(...WRITERS);
    const [at, id] = after ? decodeCursor(after, 2) : [null, null];
    const territoryId = context.requireTerritory();
    const [rows, [counts]] = await Promise.all([
      context.read<DeadLetter & { cursorAt: string }>({
        name: 'dead letters',
        text: `select id, recipient, subject, created_at as "createdAt", failed_at as "failedAt", attempts,
            coalesce(problem, '') as problem, failed_at::text as "cursorAt"
          from letter where territory_id = $1 and failed_at is not null
            and ($2::timestamptz is null or (failed_at, id) < ($2::timestamptz, $3::uuid))
          order by failed_at desc, id desc limit $4`,
        values: [territoryId, at, id, first + 1],
      }),
      context.read<{ dead: number; waiting: number }>({
        name: 'dead and waiting letters',
        text: `select count(*) filter (where failed_at is not null)::int as dead,
            count(*) filter (where failed_at is null and tried_since is not null)::int as waiting
          from letter where territory_id = $1 and sent_at is null`,
        values: [territoryId],
      }),
    ]);
    return {
      totalCount: counts?.dead ?? 0,
      waitingCount: counts?.waiting ?? 0,
      ...toPage(rows, first, (row) => encodeCursor([row.cursorAt, row.id])),
    };
  }

  @Mutation(() => Boolean, {
    description:
      'Has an e-mail that was given up tried again, as if for the first time. False when there is none.',
  })
  async retryDeadLetter(
    @Args(() => LetterArguments) { id }: LetterArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<boolean> {
    context.requireRole(...WRITERS);
    const territoryId = context.requireTerritory();
    return context.write(async (connection) => {
      const { rowCount } = await connection.query(
        `update letter set failed_at = null, tried_since = null, attempts = 0, due_at = now()
         where id = $1 and territory_id = $2 and failed_at is not null`,
        [id, territoryId],
      );
      await connection.query(`select pg_notify('${LETTERS_CHANNEL}', $1)`, [territoryId]);
      return rowCount === 1;
    });
  }

  @Mutation(() => Int, { description: 'The same for all of them. How many.' })
  async retryDeadLetters(@Ctx() context: SubgraphContext): Promise<number> {
    context.requireRole(...WRITERS);
    const territoryId = context.requireTerritory();
    return context.write(async (connection) => {
      const { rowCount } = await connection.query(
        `update letter set failed_at = null, tried_since = null, attempts = 0, due_at = now()
          where territory_id = $1 and failed_at is not null`,
        [territoryId],
      );
      await connection.query(`select pg_notify('${LETTERS_CHANNEL}', $1)`, [territoryId]);
      return rowCount ?? 0;
    });
  }

  @Mutation(() => Boolean, {
    description: 'Throws an e-mail away that was given up: nobody reads it. False when there is none.',
  })
  async discardDeadLetter(
    @Args(() => LetterArguments) { id }: LetterArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<boolean> {
    context.requireRole(...WRITERS);
    const territoryId = context.requireTerritory();
    return context.write(async (connection) => {
      const { rowCount } = await connection.query(
        'delete from letter where id = $1 and territory_id = $2 and failed_at is not null',
        [id, territoryId],
      );
      return rowCount === 1;
    });
  }
}
