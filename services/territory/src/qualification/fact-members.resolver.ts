import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Source } from '../source/source.entity.js';
import { loadSource } from '../source/source.queries.js';
import { CorrectionNode } from './correction.js';
import { loadPending } from './correction.queries.js';
import { FactsArguments } from './fact.input.js';
import { Fact, FactConnection } from './fact.js';
import { FactMoment } from './fact-history.js';
import { selectHistory } from './fact-history.queries.js';
import { selectFacts } from './fact-list.queries.js';

const isMember = ({ scope }: SubgraphContext) => (STAFF as readonly string[]).includes(scope.role);

@Resolver(() => Fact)
export class FactMembersResolver {
  @Query(() => FactConnection, {
    description: 'The facts of the territory: each type that matters in each commune. Members only.',
  })
  facts(
    @Args(() => FactsArguments) page: FactsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<FactConnection> {
    context.requireRole(...STAFF);
    return selectFacts(context, page);
  }

  @FieldResolver(() => [CorrectionNode], {
    description:
      'What was sent about it and nobody has decided, oldest first; empty for others than members.',
  })
  async pending(@Root() fact: Fact, @Ctx() context: SubgraphContext): Promise<CorrectionNode[]> {
    if (!isMember(context)) return [];
    const pending = await loadPending(context, fact.communeCode);
    return pending.filter(({ type }) => type?.code === fact.type.code);
  }

  @FieldResolver(() => [FactMoment], {
    description:
      'Editions of every source, and what people did, newest first; empty for others than members.',
  })
  async history(@Root() fact: Fact, @Ctx() context: SubgraphContext): Promise<FactMoment[]> {
    return isMember(context) ? selectHistory(context, fact) : [];
  }
}

@Resolver(() => FactMoment)
export class FactMomentResolver {
  @FieldResolver(() => Source, { nullable: true, description: 'The source that said so, of an import.' })
  source(@Root() { sourceId }: FactMoment, @Ctx() context: SubgraphContext): Promise<Source | null> | null {
    return sourceId ? loadSource(context, sourceId) : null;
  }
}
