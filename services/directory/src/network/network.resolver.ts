import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeId, encodeCursor, isUuid, toPage } from '@ancrage/subgraph/pagination';
import { STAFF } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Commune } from '../references.js';
import { MobilisationArguments, NetworkArguments } from './network.input.js';
import { selectActors, selectRecords } from './network.queries.js';
import { NetworkActorNode } from './network-actor.js';
import { networkConsent } from './network-consent.js';
import { coverage, filtered, mobilised } from './network-list.js';
import { inOrder } from './network-order.js';
import {
  MobilisationEntry,
  NetworkConsentWording,
  NetworkCoverage,
  NetworkRecord,
  NetworkRecordConnection,
} from './network-record.js';
import { NetworkActorKind, NetworkScale, WelcomeStep } from './network-vocabulary.js';

@Resolver(() => NetworkActorNode)
export class NetworkResolver {
  @Query(() => [NetworkActorNode], {
    nullable: true,
    description:
      'The reception network of the request’s territory: who agreed to be named, the nearest first, 500 at most.',
  })
  networkActors(
    @Arg('scale', () => NetworkScale, { nullable: true }) scale: NetworkScale | null,
    @Arg('step', () => WelcomeStep, { nullable: true, description: 'Offers something at that step.' })
    step: WelcomeStep | null,
    @Ctx() context: SubgraphContext,
  ): Promise<NetworkActorNode[]> {
    return selectActors(context, { scale, step });
  }

  @FieldResolver(() => Commune, { nullable: true, description: 'Where it is.' })
  commune(@Root() { communeCode }: NetworkActorNode): Commune | null {
    return communeCode ? { code: communeCode } : null;
  }

  @Query(() => NetworkRecordConnection, {
    description: 'The network as the territory’s members keep it. Members only.',
  })
  async networkRecords(
    @Args(() => NetworkArguments) { filter, orderBy, first, after }: NetworkArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<NetworkRecordConnection> {
    const all = inOrder(filtered(await membersRecords(context), filter ?? {}), orderBy);
    const last = after ? decodeId(after) : null;
    const rest = all.slice(last ? all.findIndex(({ id }) => id === last) + 1 : 0);
    return { totalCount: all.length, ...toPage(rest, first, ({ id }) => encodeCursor([id])) };
  }

  @Query(() => NetworkRecord, {
    nullable: true,
    description: 'One record; null when there is none. Members only.',
  })
  async networkRecord(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<NetworkRecord | null> {
    context.requireRole(...STAFF);
    return isUuid(id) ? ((await selectRecords(context, id))[0] ?? null) : null;
  }

  @Query(() => [NetworkCoverage], {
    description: 'Where the network stands and where nobody does: every step at every scale. Members only.',
  })
  async networkCoverage(@Ctx() context: SubgraphContext): Promise<NetworkCoverage[]> {
    return coverage(await membersRecords(context));
  }

  @Query(() => [MobilisationEntry], {
    description:
      'Whom to call at a step, in that order: whose commitment holds, the nearest, who answers and how fast, and last who was not asked for the longest time. Members only.',
  })
  async networkMobilisation(
    @Args(() => MobilisationArguments) { step, commune }: MobilisationArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<MobilisationEntry[]> {
    return mobilised(await membersRecords(context), step, commune ?? null);
  }

  @Query(() => NetworkConsentWording, { description: 'What an actor must agree to, to be named in public.' })
  networkConsent(
    @Arg('kind', () => NetworkActorKind) kind: NetworkActorKind,
    @Ctx() context: SubgraphContext,
  ): NetworkConsentWording {
    return networkConsent(kind, context.origin.locale);
  }
}

function membersRecords(context: SubgraphContext): Promise<NetworkRecord[]> {
  context.requireRole(...STAFF);
  return selectRecords(context);
}
