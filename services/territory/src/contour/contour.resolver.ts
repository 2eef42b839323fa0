import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { Source } from '../source/source.entity.js';
import { loadSource } from '../source/source.queries.js';
import { Contour } from './contour.js';
import { loadOutline } from './contour.queries.js';

@Resolver(() => Contour)
export class ContourResolver {
  @FieldResolver(() => Source, { description: 'Where the outline comes from.' })
  source(@Root() { sourceId }: Contour, @Ctx() context: SubgraphContext) {
    return loadSource(context, sourceId);
  }
}

@Resolver(() => Commune)
export class CommuneContourResolver {
  @FieldResolver(() => Contour, {
    nullable: true,
    description: 'Its outline, some kilobytes each: ask for it by pages. Null where none is known.',
  })
  contour(@Root() { code }: Commune, @Ctx() context: SubgraphContext): Promise<Contour | null> {
    return loadOutline(context, code);
  }
}
