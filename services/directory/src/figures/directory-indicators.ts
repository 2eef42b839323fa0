import { RegionFigure } from '@ancrage/subgraph/region-figure';
import { DateResolver } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How far the directory of a territory has come.', simpleResolvers: true })
export class DirectoryIndicators {
  @Field(() => Int, {
    nullable: true,
    description: 'Solos known to the territory. Null to others than its staff when it counts 1 to 4 persons.',
  })
  solosIdentified!: number | null;

  @Field(() => Int, { description: 'Solos published with their consent.' })
  solosPublished!: number;

  @Field(() => DateResolver, { description: 'Last day counted.' })
  asOf!: string;

  @Field(() => Boolean, { description: 'True when generated records are counted.' })
  demonstration!: boolean;
}

@ObjectType({ description: 'The directories of a region together.', simpleResolvers: true })
export class RegionDirectoryIndicators {
  @Field(() => RegionFigure)
  solosIdentified!: RegionFigure;

  @Field(() => RegionFigure)
  solosPublished!: RegionFigure;

  @Field(() => DateResolver, { description: 'Last day counted.' })
  asOf!: string;

  @Field(() => Boolean, { description: 'True when generated records are counted.' })
  demonstration!: boolean;
}
