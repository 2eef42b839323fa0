import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { loadCommune } from '../commune/commune.queries.js';
import { ConsentWording, consentWording } from './contact-consent.js';
import { PremisesArguments } from './premises.input.js';
import { PremisesConnection, PremisesNode } from './premises.js';
import { loadPremisesKinds, selectPremises, selectPremisesById } from './premises.queries.js';
import { PremisesKind } from './premises-kind.js';

@Resolver(() => PremisesNode)
export class PremisesResolver {
  @Query(() => PremisesConnection, {
    description: 'What the request’s territory offers to work or live in, newest first.',
  })
  premises(
    @Args(() => PremisesArguments) page: PremisesArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<PremisesConnection> {
    return selectPremises(context, page);
  }

  @Query(() => PremisesNode, {
    nullable: true,
    description: 'Premises by id; null when the viewer may not see them. Members see those that do not show.',
  })
  premisesById(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<PremisesNode | null> {
    return selectPremisesById(context, id);
  }

  @Query(() => ConsentWording, { description: 'What the contact of premises must agree to, to be named.' })
  premisesConsent(@Ctx() context: SubgraphContext): ConsentWording {
    return consentWording(context.origin.locale);
  }

  @FieldResolver(() => Commune)
  commune(@Root() { communeCode }: PremisesNode, @Ctx() context: SubgraphContext) {
    return loadCommune(context, communeCode);
  }
}

@Resolver(() => Commune)
export class CommunePremisesResolver {
  @FieldResolver(() => PremisesConnection, { description: 'The published premises there, newest first.' })
  premises(
    @Root() { code }: Commune,
    @Args(() => ConnectionArguments) { first, after }: ConnectionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<PremisesConnection> {
    return selectPremises(context, { filter: { commune: code }, first, after });
  }

  @FieldResolver(() => [PremisesKind], {
    description: 'Of which kinds there are published premises; what a map filters by.',
  })
  premisesKinds(@Root() { code }: Commune, @Ctx() context: SubgraphContext): Promise<PremisesKind[]> {
    return loadPremisesKinds(context, code);
  }
}
