import type { SubgraphContext } from '@ancrage/subgraph';
import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Facet } from '../facet/facet.js';
import { selectSummary } from '../facet/facet.queries.js';
import { Commune } from '../references.js';
import { Solo } from './solo.entity.js';
import { SoloArguments, SolosArguments } from './solo.input.js';
import { countSolos, selectSolo, selectSolos } from './solo.queries.js';
import { SoloConnection } from './solo-connection.js';

@Resolver(() => Solo)
export class SoloResolver {
  @Query(() => SoloConnection, {
    // A page asks several subgraphs: one that fails must not take the others' answers with it.
    nullable: true,
    description: "Published solos of the request's territory: by relevance when searched for, else by name.",
  })
  solos(
    @Args(() => SolosArguments) page: SolosArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<SoloConnection> {
    context.requireTerritory();
    return selectSolos(context, page);
  }

  @Query(() => Solo, {
    nullable: true,
    description: 'A published solo; null when there is none of that name.',
  })
  solo(
    @Args(() => SoloArguments) { slug }: SoloArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<Solo | null> {
    return selectSolo(context, slug);
  }

  @FieldResolver(() => Commune, { nullable: true })
  commune(@Root() { communeCode }: Solo): Commune | null {
    return communeCode ? { code: communeCode } : null;
  }
}

@Resolver(() => SoloConnection)
export class SoloConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are on all pages together.' })
  async totalCount(@Root() page: SoloConnection, @Ctx() context: SubgraphContext): Promise<number> {
    // Fields beside this one are called in the same turn: facets count the total too.
    await null;
    return page.summary ? (await page.summary).total : countSolos(context, page.selection);
  }

  @FieldResolver(() => [Facet], {
    description:
      'How many there would be for each value of a condition, the other conditions staying as they are.',
  })
  async facets(@Root() page: SoloConnection, @Ctx() context: SubgraphContext): Promise<Facet[]> {
    page.summary ??= selectSummary(context, page.selection);
    return (await page.summary).facets;
  }
}
