import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Args, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import {
  HouseholdLetterArguments,
  HouseholdLetterConnection,
  HouseholdLettersArguments,
} from './household-letter.js';
import { selectHouseholdLetters } from './household-letter.queries.js';
import { LETTERS_CHANNEL } from './write-letter.js';

@Resolver()
export class HouseholdLetterResolver {
  @Query(() => HouseholdLetterConnection, {
    description: 'E-mails to households in one state, the latest first. Agents only.',
  })
  householdLetters(
    @Args(() => HouseholdLettersArguments) args: HouseholdLettersArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<HouseholdLetterConnection> {
    context.requireRole(...WRITERS);
    return selectHouseholdLetters(context, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Has an e-mail to a household that was given up tried again, as if for the first time. False when there is none.',
  })
  async retryHouseholdLetter(
    @Args(() => HouseholdLetterArguments) { id }: HouseholdLetterArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<boolean> {
    return (await revive(context, id)) === 1;
  }

  @Mutation(() => Int, {
    description: 'The same for all of them. How many.',
  })
  retryHouseholdLetters(@Ctx() context: SubgraphContext): Promise<number> {
    return revive(context, null);
  }

  @Mutation(() => Boolean, {
    description:
      'Throws an e-mail to a household away that was given up: nobody reads it. False when there is none.',
  })
  async discardHouseholdLetter(
    @Args(() => HouseholdLetterArguments) { id }: HouseholdLetterArguments,
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

/** Has one letter that was given up tried again, or all of them; says how many. */
function revive(context: SubgraphContext, id: string | null): Promise<number> {
  context.requireRole(...WRITERS);
  const territoryId = context.requireTerritory();
  return context.write(async (connection) => {
    const { rowCount } = await connection.query(
      `update letter set failed_at = null, tried_since = null, attempts = 0, due_at = now()
        where territory_id = $1 and ($2::uuid is null or id = $2) and failed_at is not null`,
      [territoryId, id],
    );
    await connection.query(`select pg_notify('${LETTERS_CHANNEL}', $1)`, [territoryId]);
    return rowCount ?? 0;
  });
}
