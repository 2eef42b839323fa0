import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { selectAllCommunes } from '../commune/commune.queries.js';
import { Intercommunality } from '../intercommunality/intercommunality.entity.js';
import { selectIntercommunalities } from '../intercommunality/intercommunality.queries.js';
import { Region } from '../region/region.entity.js';
import { loadRegion } from '../region/region.queries.js';
import { FACILITIES_MAXIMUM_ZOOM, MAXIMUM_ZOOM, MINIMUM_ZOOM } from '../tiles/zoom.js';
import { loadOfferFiguresOf, offerIndicatorsOf } from './offer-figures.queries.js';
import { Territory } from './territory.entity.js';
import {
  loadHosts,
  loadTerritory,
  loadTileVersions,
  selectContourOrigin,
  selectOfferSourceId,
  selectTerritories,
  selectTerritoryByHost,
} from './territory.queries.js';
import { OfferIndicators, TerritoryConnection, TerritorySuspension, TileSet } from './territory.types.js';

@ArgsType()
class TerritoriesArguments extends ConnectionArguments {
  @Field(() => ID, { nullable: true, description: 'INSEE code of a region.' })
  @MaxLength(3)
  region?: string;
}

@Resolver(() => Territory)
export class TerritoryResolver {
  @Query(() => Territory, {
    nullable: true,
    description: 'The territory of the request (header x-territory); null without one.',
  })
  territory(@Ctx() context: SubgraphContext): Promise<Territory | null> | null {
    return context.scope.territoryId ? loadTerritory(context, context.scope.territoryId) : null;
  }

  @Query(() => Territory, {
    nullable: true,
    description:
      'The territory of a host name, without port; null when there is none. One that is not ACTIVE answers nobody but operators.',
  })
  territoryByHost(
    @Arg('host', () => String) host: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Territory | null> {
    return selectTerritoryByHost(context, host.toLowerCase().slice(0, 253));
  }

  @Query(() => TerritoryConnection, {
    description: 'Every active territory, by name; for operators the others too.',
  })
  territories(
    @Args(() => TerritoriesArguments) { region, first, after }: TerritoriesArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<TerritoryConnection> {
    return selectTerritories(context, region, first, after);
  }

  @FieldResolver(() => TerritorySuspension, {
    nullable: true,
    description: 'Why it is closed; for operators, null for others.',
  })
  suspension(@Root() { suspension }: Territory, @Ctx() context: SubgraphContext): TerritorySuspension | null {
    return context.scope.role === 'OPERATOR' ? (suspension ?? null) : null;
  }

  @FieldResolver(() => Region, { nullable: true })
  region(@Root() { regionCode }: Territory, @Ctx() context: SubgraphContext): Promise<Region | null> {
    return loadRegion(context, regionCode);
  }

  @FieldResolver(() => [String], { description: 'Host names that serve it.' })
  hosts(@Root() { id }: Territory, @Ctx() context: SubgraphContext): Promise<string[]> {
    return loadHosts(context, id);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Its promise in a few words.' })
  tagline(
    @Root() territory: Territory,
    @Ctx() context: SubgraphContext,
    @Arg('locale', () => String, { nullable: true }) locale?: string,
  ) {
    return textOf(territory, locale ?? context.origin.locale)?.tagline ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who it is, in a paragraph.' })
  presentation(
    @Root() territory: Territory,
    @Ctx() context: SubgraphContext,
    @Arg('locale', () => String, { nullable: true }) locale?: string,
  ) {
    return textOf(territory, locale ?? context.origin.locale)?.presentation ?? null;
  }

  @FieldResolver(() => [Intercommunality])
  intercommunalities(
    @Root() { id }: Territory,
    @Ctx() context: SubgraphContext,
  ): Promise<Intercommunality[]> {
    return selectIntercommunalities(context, id);
  }

  @FieldResolver(() => [Commune], {
    description: 'All its communes by name, unpaged: what a map and its list need.',
  })
  communes(@Root() { id }: Territory, @Ctx() context: SubgraphContext): Promise<Commune[]> {
    return selectAllCommunes(context, id);
  }

  @FieldResolver(() => TileSet)
  async tiles(@Root() { id, slug }: Territory, @Ctx() context: SubgraphContext): Promise<TileSet> {
    const [{ communes, facilities }, origin] = await Promise.all([
      loadTileVersions(context, id),
      selectContourOrigin(context, id),
    ]);
    return {
      version: communes,
      communes: `/tiles/${slug}/${communes}/communes/{z}/{x}/{y}.mvt`,
      facilities: `/tiles/${slug}/${facilities}/facilities/{z}/{x}/{y}.mvt`,
      minZoom: MINIMUM_ZOOM,
      maxZoom: MAXIMUM_ZOOM,
      facilitiesMaxZoom: FACILITIES_MAXIMUM_ZOOM,
      ...origin,
    };
  }

  @FieldResolver(() => OfferIndicators)
  async offerIndicators(
    @Root() { id }: Territory,
    @Ctx() context: SubgraphContext,
  ): Promise<OfferIndicators> {
    const [indicators, sourceId] = await Promise.all([
      loadOfferFiguresOf(context, id).then((figures) => offerIndicatorsOf([figures])),
      selectOfferSourceId(context, id),
    ]);
    return { ...indicators, sourceId };
  }
}

const textOf = ({ texts, defaultLocale }: Territory, locale: string) => texts[locale] ?? texts[defaultLocale];
