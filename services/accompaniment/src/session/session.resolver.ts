import type { SubgraphContext } from '@ancrage/subgraph';
import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Commune } from '../references.js';
import { DiscoverySession } from './discovery-session.entity.js';
import { SessionArguments, SessionsArguments } from './session.input.js';
import { selectSession, selectSessions } from './session.queries.js';
import { DiscoverySessionConnection } from './session-connection.js';

@ObjectType({ description: 'The organisation that a session is run with.', simpleResolvers: true })
export class Partner {
  @Field(() => String)
  name!: string;
}

@Resolver(() => DiscoverySession)
export class SessionResolver {
  @Query(() => DiscoverySessionConnection, {
    // A page asks several subgraphs: one that fails must not take the others' answers with it.
    nullable: true,
    description: "Sessions that the request's territory announces or announced, by date.",
  })
  discoverySessions(
    @Args(() => SessionsArguments) page: SessionsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<DiscoverySessionConnection> {
    context.requireTerritory();
    return selectSessions(context, page);
  }

  @Query(() => DiscoverySession, {
    nullable: true,
    description:
      "A session by its short name; null when there is none. A draft is shown to the territory's staff.",
  })
  discoverySession(
    @Args(() => SessionArguments) { slug }: SessionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<DiscoverySession | null> {
    return selectSession(context, slug);
  }

  @FieldResolver(() => Int, { description: 'How many more people it can take.' })
  seatsLeft(@Root() { capacity, seatsTaken }: DiscoverySession): number {
    return capacity - seatsTaken;
  }

  @FieldResolver(() => Commune, { nullable: true })
  hostCommune(@Root() { hostCommuneCode }: DiscoverySession): Commune | null {
    return hostCommuneCode ? { code: hostCommuneCode } : null;
  }

  @FieldResolver(() => Partner, { nullable: true })
  partner(@Root() { partnerName }: DiscoverySession): Partner | null {
    return partnerName ? { name: partnerName } : null;
  }
}

@Resolver(() => DiscoverySessionConnection)
export class SessionConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are on all pages together.' })
  totalCount(@Root() { countAll }: DiscoverySessionConnection): number | Promise<number> {
    return countAll();
  }
}
