import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { Source } from '../source/source.entity.js';
import { loadSource } from '../source/source.queries.js';
import { ConflictValue, Qualification } from './qualification.js';
import { loadQualification } from './qualification.queries.js';

@Resolver(() => Commune)
export class CommuneQualificationResolver {
  @FieldResolver(() => Qualification, { description: 'How well its services are known.' })
  qualification(@Root() { code }: Commune, @Ctx() context: SubgraphContext): Promise<Qualification> {
    return loadQualification(context, code);
  }
}

@Resolver(() => ConflictValue)
export class ConflictValueResolver {
  @FieldResolver(() => Source)
  source(@Root() { sourceId }: ConflictValue, @Ctx() context: SubgraphContext): Promise<Source | null> {
    return loadSource(context, sourceId);
  }
}
