import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { eraseTenant } from '@ancrage/tenant/erase-tenant';
import { Length, MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Int, Mutation, Resolver } from 'type-graphql';
import { type Suspension, TerritoryStatus } from '../territory/territory.entity.js';
import { OperatedTerritory } from './operated-territory.js';
import { selectOperatedTerritory } from './operated-territory.queries.js';

@ArgsType()
class SuspensionArguments {
  @Field(() => String, { description: 'Why: its members read it, visitors do not.' })
  @Length(3, 500)
  reason!: string;
}

@ArgsType()
class ConfirmationArguments {
  @Field(() => String, { description: 'The territory’s short name, typed by hand.' })
  @MaxLength(100)
  confirmation!: string;
}

@Resolver()
export class TerritoryStateResolver {
  @Mutation(() => OperatedTerritory, {
    description:
      'Closes the request’s territory to everybody but operators; its data stay as they are. For operators.',
  })
  suspendTerritory(
    @Args(() => SuspensionArguments) { reason }: SuspensionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<OperatedTerritory> {
    const suspension = { reason: cleanText(reason), since: new Date().toISOString() };
    return changeState(context, TerritoryStatus.SUSPENDED, suspension);
  }

  @Mutation(() => OperatedTerritory, {
    description:
      'Opens the request’s territory again, also one that was about to be taken away: what is gone by then stays gone. For operators.',
  })
  resumeTerritory(@Ctx() context: SubgraphContext): Promise<OperatedTerritory> {
    return changeState(context, TerritoryStatus.ACTIVE, null);
  }

  @Mutation(() => OperatedTerritory, {
    description:
      'Begins to take the request’s territory away: it is closed like a suspended one until every service has done its part, and says so. For operators.',
  })
  beginTerritoryDeletion(
    @Args(() => ConfirmationArguments) { confirmation }: ConfirmationArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<OperatedTerritory> {
    context.requireRole('OPERATOR');
    if (confirmation !== context.requireTerritoryCard().slug)
      throw new BadInputError('Le nom court saisi n’est pas celui de ce territoire.', 'confirmation');
    const suspension = {
      reason: 'Ce territoire est en cours de suppression.',
      since: new Date().toISOString(),
    };
    return changeState(context, TerritoryStatus.DELETING, suspension);
  }

  @Mutation(() => Int, {
    description:
      'Takes the request’s territory itself away with its offer, once beginTerritoryDeletion was called and the other services have done their part; how many rows went. Its host names are free again. For operators.',
  })
  async deleteTerritory(
    @Args(() => ConfirmationArguments) { confirmation }: ConfirmationArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<number> {
    context.requireRole('OPERATOR');
    const territory = await selectOperatedTerritory(context);
    if (territory && territory.status !== TerritoryStatus.DELETING)
      throw new BadInputError('La suppression de ce territoire n’a pas été commencée.', 'confirmation');
    return eraseTenant(context, confirmation);
  }
}

async function changeState(
  context: SubgraphContext,
  status: TerritoryStatus,
  suspension: Suspension | null,
): Promise<OperatedTerritory> {
  context.requireRole('OPERATOR');
  const id = context.requireTerritory();
  await context.write((connection) =>
    connection.query('update territory set status = $2, suspension = $3 where id = $1', [
      id,
      status,
      suspension && JSON.stringify(suspension),
    ]),
  );
  return (await selectOperatedTerritory(context)) as OperatedTerritory;
}
