import type { SubgraphContext } from '@ancrage/subgraph';
import { ArrayMaxSize } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { loadCommune } from '../commune/commune.queries.js';
import { FacilityFamily } from '../facility/facility-type.js';
import { familyOf } from '../facility/facility-types.js';
import { Source } from '../source/source.entity.js';
import { loadSource } from '../source/source.queries.js';
import { Fact, FactStatement } from './fact.js';
import { loadFact, loadFacts, loadStatements } from './fact.queries.js';

@ArgsType()
class FactsOfCommuneArguments {
  @Field(() => [FacilityFamily], { nullable: true, description: 'Those of these families alone.' })
  @ArrayMaxSize(8)
  families?: FacilityFamily[];
}

@Resolver(() => Commune)
export class CommuneFactsResolver {
  @FieldResolver(() => [Fact], {
    description:
      'What is known of each type of service that matters, and of every other that a source states; where two sources disagree, see Fact.conflict.',
  })
  async facts(
    @Root() { code }: Commune,
    @Args(() => FactsOfCommuneArguments) { families }: FactsOfCommuneArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Fact[]> {
    const facts = await loadFacts(context, code);
    if (!families) return facts;
    return facts.filter(({ type }) => families.includes(familyOf(type.code)));
  }

  @FieldResolver(() => Fact, {
    nullable: true,
    description: 'What is known of one type; null for one that does not matter and that nobody states.',
  })
  fact(
    @Root() { code }: Commune,
    @Arg('type', () => ID) type: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Fact | null> {
    return loadFact(context, code, type);
  }
}

@Resolver(() => Fact)
export class FactResolver {
  @FieldResolver(() => Commune)
  commune(@Root() { communeCode }: Fact, @Ctx() context: SubgraphContext): Promise<Commune | null> {
    return loadCommune(context, communeCode);
  }

  @FieldResolver(() => [FactStatement], { description: 'What each source says, the most believed first.' })
  statements(@Root() fact: Fact, @Ctx() context: SubgraphContext): Promise<FactStatement[]> {
    return loadStatements(context, fact);
  }
}

@Resolver(() => FactStatement)
export class StatementResolver {
  @FieldResolver(() => Source)
  source(@Root() { sourceId }: FactStatement, @Ctx() context: SubgraphContext): Promise<Source | null> {
    return loadSource(context, sourceId);
  }
}
