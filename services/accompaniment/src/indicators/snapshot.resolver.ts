import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { AskNeighbour } from '../neighbour/ask-neighbour.js';
import { publishSnapshot, withdrawSnapshot } from './publish-snapshot.js';
import { TakeSnapshotInput } from './snapshot.input.js';
import { selectSnapshots } from './snapshot.queries.js';
import { IndicatorSnapshotRecord, SnapshotResult } from './snapshot-record.js';
import { takeSnapshot } from './take-snapshot.js';

@Resolver()
export class SnapshotResolver {
  constructor(private readonly askNeighbour: AskNeighbour) {}

  @Query(() => [IndicatorSnapshotRecord], {
    nullable: true,
    description:
      'The latest period first, 200 at most. Members see all; others those that are published and not withdrawn.',
  })
  indicatorSnapshots(@Ctx() context: SubgraphContext): Promise<IndicatorSnapshotRecord[]> {
    return selectSnapshots(context);
  }

  @Query(() => IndicatorSnapshotRecord, {
    nullable: true,
    description: 'One that the viewer may see; a withdrawn one says why, without its figures.',
  })
  async indicatorSnapshot(
    @Arg('slug', () => String) slug: string,
    @Ctx() context: SubgraphContext,
  ): Promise<IndicatorSnapshotRecord | null> {
    return (await selectSnapshots(context, slug.slice(0, 100)))[0] ?? null;
  }

  @Mutation(() => SnapshotResult, {
    description:
      'Freezes the figures of a period, those that other services count as they answer. Refused for one that has not ended, without data, or frozen already, and while a service does not answer. Agents only.',
  })
  takeSnapshot(
    @Arg('input', () => TakeSnapshotInput) input: TakeSnapshotInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    return takeSnapshot(context, input, this.askNeighbour);
  }

  @Mutation(() => SnapshotResult, {
    description:
      'Shows a snapshot to everybody, with what the territory says about it. Only a whole calendar year can be. Agents only.',
  })
  publishSnapshot(
    @Arg('slug', () => String) slug: string,
    @Arg('comment', () => String) comment: string,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    return publishSnapshot(context, slug, comment);
  }

  @Mutation(() => SnapshotResult, {
    description:
      'Withdraws a snapshot for a reason, which everybody reads where it was published; its period can be taken again. Agents only.',
  })
  withdrawSnapshot(
    @Arg('slug', () => String) slug: string,
    @Arg('reason', () => String) reason: string,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    return withdrawSnapshot(context, slug, reason);
  }
}
