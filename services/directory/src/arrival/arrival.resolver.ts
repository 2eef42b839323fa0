import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments, isUuid } from '@ancrage/subgraph/pagination';
import { STAFF } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Commune } from '../references.js';
import { Solo } from '../solo/solo.entity.js';
import { SoloArguments } from '../solo/solo.input.js';
import { loadSolo } from '../solo/solo.queries.js';
import { ArrivalRecordsArguments } from './arrival.input.js';
import {
  ArrivalConnection,
  ArrivalNode,
  ArrivalRecord,
  ArrivalRecordConnection,
  ArrivalSubject,
} from './arrival.js';
import {
  selectArrival,
  selectArrivalRecord,
  selectArrivalRecords,
  selectArrivals,
  selectSubjects,
} from './arrival.queries.js';

@Resolver(() => ArrivalNode)
export class ArrivalResolver {
  @Query(() => ArrivalConnection, {
    nullable: true,
    description: 'The arrivals that the request’s territory presents, the newest first.',
  })
  arrivals(
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<ArrivalConnection> {
    return selectArrivals(context, page);
  }

  @Query(() => ArrivalNode, {
    nullable: true,
    description: 'One of them by its short name; null when there is none that shows.',
  })
  arrival(
    @Args(() => SoloArguments) { slug }: SoloArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<ArrivalNode | null> {
    return selectArrival(context, slug);
  }

  @FieldResolver(() => Commune, { nullable: true, description: 'Where they settled.' })
  commune(@Root() { communeCode }: ArrivalNode): Commune | null {
    return communeCode ? { code: communeCode } : null;
  }

  @FieldResolver(() => Solo, {
    nullable: true,
    description: 'Their entry in the directory; null unless it is published.',
  })
  solo(@Root() { soloId }: ArrivalNode, @Ctx() context: SubgraphContext): Promise<Solo | null> {
    return loadSolo(context, soloId);
  }

  @Query(() => ArrivalRecordConnection, {
    description: 'All arrivals, those changed last first. Members only.',
  })
  arrivalRecords(
    @Args(() => ArrivalRecordsArguments) page: ArrivalRecordsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<ArrivalRecordConnection> {
    context.requireRole(...STAFF);
    return selectArrivalRecords(context, page);
  }

  @Query(() => ArrivalRecord, {
    nullable: true,
    description: 'One arrival; null when there is none. Members only.',
  })
  async arrivalRecord(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<ArrivalRecord | null> {
    context.requireRole(...STAFF);
    return isUuid(id) ? selectArrivalRecord(context, id) : null;
  }

  @Query(() => [ArrivalSubject], {
    description:
      'Whom an arrival may present: published solos that agreed to be presented to the press, by name. Members only.',
  })
  arrivalSubjects(@Ctx() context: SubgraphContext): Promise<ArrivalSubject[]> {
    context.requireRole(...STAFF);
    return selectSubjects(context);
  }
}
