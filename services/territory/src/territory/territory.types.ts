import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateResolver } from 'graphql-scalars';
import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { Territory } from './territory.entity.js';

@ObjectType({ description: 'Vector tiles of a territory (Mapbox Vector Tile 2.1).', simpleResolvers: true })
export class TileSet {
  @Field(() => String, {
    description: 'Of the commune tiles: changes with their content; tiles of one version never change.',
  })
  version!: string;

  @Field(() => String, {
    description: 'Address of the commune tiles on the site, with {z}, {x} and {y} to fill in.',
  })
  communes!: string;

  @Field(() => String, {
    description:
      'Address of the facility tiles, likewise, with a version of their own. Layer `facilities`: points with type, family and count; those of one facility have id, name, commune and source.',
  })
  facilities!: string;

  @Field(() => Int)
  minZoom!: number;

  @Field(() => Int, { description: 'Of the commune tiles: beyond it, clients scale the tiles of this zoom.' })
  maxZoom!: number;

  @Field(() => Int, { description: 'The same of the facility tiles.' })
  facilitiesMaxZoom!: number;

  @Field(() => Boolean, {
    description: 'True when some contours are cells around centre points, for want of official ones.',
  })
  approximate!: boolean;

  sourceId!: string;
}

@ObjectType({ description: 'Figures of the offer.', simpleResolvers: true })
export class OfferIndicators {
  @Field(() => Int)
  communes!: number;

  @Field(() => Int, {
    description: 'Communes of which every type of service that matters is verified, and none has expired.',
  })
  communesQualified!: number;

  @Field(() => Int, { description: 'Facilities known.' })
  facilities!: number;

  @Field(() => Int, { description: 'Distinct types among them.' })
  facilityTypes!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of premises that can have fibre, 0 to 1; null while no coverage is known.',
  })
  fibreShare!: number | null;

  @Field(() => DateResolver, { description: 'When the figures were last computed.' })
  asOf!: Date;

  sourceId!: string | null;
}

@ObjectType({ description: 'Why and since when a territory is closed.', simpleResolvers: true })
export class TerritorySuspension {
  @Field(() => String)
  reason!: string;

  @Field(() => String, { description: 'ISO 8601.' })
  since!: string;
}

@ObjectType({ simpleResolvers: true })
export class TerritoryConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [Territory])
  nodes!: Territory[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true })
export class TerritoryUpdated {
  readonly __typename = 'TerritoryUpdated';

  @Field(() => Territory)
  territory!: Territory;
}

@ObjectType({
  description: 'The change was understood and refused; nothing was saved.',
  simpleResolvers: true,
})
export class TerritoryRefused {
  readonly __typename = 'TerritoryRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const UpdateTerritoryResult = createUnionType({
  name: 'UpdateTerritoryResult',
  types: () => [TerritoryUpdated, TerritoryRefused] as const,
});
