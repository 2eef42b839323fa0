import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, Query, Resolver } from 'type-graphql';
import { IndicatorDefinition, readDefinitions } from './indicator-definition.js';

@Resolver()
export class IndicatorDefinitionResolver {
  @Query(() => [IndicatorDefinition], {
    description: 'How every figure is counted, since when, by which service. Public.',
  })
  indicatorDefinitions(@Ctx() context: SubgraphContext): IndicatorDefinition[] {
    return readDefinitions(context.origin.locale);
  }
}
