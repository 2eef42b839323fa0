import type { SubgraphContext } from '@ancrage/subgraph';
import { Arg, Args, Ctx, FieldResolver, Float, ID, Query, Resolver, Root } from 'type-graphql';
import type { Bounds } from '../contour/bounds.js';
import { loadContour } from '../contour/contour.queries.js';
import { Intercommunality } from '../intercommunality/intercommunality.entity.js';
import { loadIntercommunality } from '../intercommunality/intercommunality.queries.js';
import { CENTRES_SOURCE, COG_SOURCE } from '../reference/sources.js';
import { Source } from '../source/source.entity.js';
import { loadSource } from '../source/source.queries.js';
import { CommunesArguments } from './commune.input.js';
import { Commune, CommuneConnection, FacilityCount, Position } from './commune.js';
import { loadDetails, selectCommune, selectCommunes } from './commune.queries.js';

@Resolver(() => Commune)
export class CommuneResolver {
  @Query(() => Commune, {
    nullable: true,
    description: 'One commune of the request’s territory; null when it is not of it.',
  })
  commune(@Arg('code', () => ID) code: string, @Ctx() context: SubgraphContext): Promise<Commune | null> {
    return selectCommune(context, code);
  }

  @Query(() => CommuneConnection, { description: 'The communes of the request’s territory.' })
  communes(
    @Args(() => CommunesArguments) page: CommunesArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<CommuneConnection> {
    return selectCommunes(context, page);
  }

  @FieldResolver(() => [FacilityCount], {
    description: 'Facilities by type; a type that is not listed may be absent or unknown, see presence.',
  })
  facilityCounts(@Root() { countsByType }: Commune): FacilityCount[] {
    return Object.entries(countsByType).map(([code, count]) => ({ type: { code }, count }));
  }

  @FieldResolver(() => [String])
  async postalCodes(@Root() commune: Commune, @Ctx() context: SubgraphContext): Promise<string[]> {
    return (await loadDetails(context, commune)).postalCodes;
  }

  @FieldResolver(() => String, { description: 'INSEE code, e.g. 09 for Ariège.' })
  async departmentCode(@Root() commune: Commune, @Ctx() context: SubgraphContext): Promise<string> {
    return (await loadDetails(context, commune)).departmentCode;
  }

  @FieldResolver(() => Position, {
    nullable: true,
    description: 'Its centre point; null where none is known.',
  })
  async centre(@Root() commune: Commune, @Ctx() context: SubgraphContext): Promise<Position | null> {
    const { longitude, latitude } = await loadDetails(context, commune);
    return longitude === null || latitude === null ? null : { longitude, latitude };
  }

  @FieldResolver(() => [Float], {
    nullable: true,
    description: 'West, south, east, north of its contour (WGS 84).',
  })
  async bounds(@Root() { code }: Commune, @Ctx() context: SubgraphContext): Promise<Bounds | null> {
    return (await loadContour(context, code))?.bounds ?? null;
  }

  @FieldResolver(() => Intercommunality, { nullable: true })
  async intercommunality(@Root() commune: Commune, @Ctx() context: SubgraphContext) {
    const { intercommunalitySiren } = await loadDetails(context, commune);
    return intercommunalitySiren ? loadIntercommunality(context, intercommunalitySiren) : null;
  }

  @FieldResolver(() => [Source], { description: 'Where its name, population, centre and contour come from.' })
  async sources(@Root() { code }: Commune, @Ctx() context: SubgraphContext): Promise<Source[]> {
    const contour = await loadContour(context, code);
    const ids = [COG_SOURCE.id, CENTRES_SOURCE.id, ...(contour ? [contour.sourceId] : [])];
    const sources = await Promise.all(ids.map((id) => loadSource(context, id)));
    return sources.filter((source) => source !== null);
  }
}
