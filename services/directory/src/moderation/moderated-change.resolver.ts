import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { recordAccess } from '../access/record-access.js';
import { EntryDifference } from './difference.js';
import { differencesOf } from './differences.js';
import { ModeratedChangeConnection, ModeratedChangeNode } from './moderated-change.js';
import { countWaiting, selectChange, selectDecided, selectWaiting } from './moderated-change.queries.js';
import { warningsOf } from './moderation-warnings.queries.js';
import { ModerationWarning } from './warnings.js';

@Resolver(() => ModeratedChangeNode)
export class ModeratedChangeResolver {
  @Query(() => ModeratedChangeConnection, {
    description:
      'What waits for a moderator, oldest first: first entries, and changes of published ones. Agents only; that they looked is kept.',
  })
  async entryChanges(
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<ModeratedChangeConnection> {
    context.requireRole(...WRITERS);
    const changes = await selectWaiting(context, page);
    await recordAccess(
      context,
      'LISTED',
      changes.nodes.map(({ soloId }) => soloId),
    );
    return changes;
  }

  @Query(() => Int, { description: 'How many changes wait for a moderator. Agents only.' })
  async entryChangeCount(@Ctx() context: SubgraphContext): Promise<number> {
    context.requireRole(...WRITERS);
    return countWaiting(context);
  }

  @Query(() => ModeratedChangeNode, {
    nullable: true,
    description: 'One change, waiting or decided. Agents only; that they looked is kept.',
  })
  async entryChange(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<ModeratedChangeNode | null> {
    context.requireRole(...WRITERS);
    const change = await selectChange(context, id.slice(0, 40));
    if (change) await recordAccess(context, 'VIEWED', [change.soloId]);
    return change;
  }

  @Query(() => [ModeratedChangeNode], {
    description: 'The last changes that were decided, up to 20, newest first. Agents only.',
  })
  async decidedEntryChanges(@Ctx() context: SubgraphContext): Promise<ModeratedChangeNode[]> {
    context.requireRole(...WRITERS);
    return selectDecided(context, 20);
  }

  @FieldResolver(() => [EntryDifference], {
    description: 'What would change for the public, field by field; empty for a first entry.',
  })
  differences(@Root() { firstEntry, before, after }: ModeratedChangeNode): EntryDifference[] {
    return firstEntry ? [] : differencesOf(before, after);
  }

  @FieldResolver(() => [ModerationWarning], { description: 'What to look at twice before accepting.' })
  warnings(
    @Root() change: ModeratedChangeNode,
    @Ctx() context: SubgraphContext,
  ): Promise<ModerationWarning[]> {
    return warningsOf(context, change);
  }
}
