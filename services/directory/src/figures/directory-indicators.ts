import { RegionFigure } from '@ancrage/subgraph/region-figure';
import { DateResolver } from 'graphql-scalars';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Territory } from '../references.js';

@ObjectType({ description: 'How far the directory of a territory has come.', simpleResolvers: true })
export class DirectoryIndicators {
  @Field(() => Int, {
    nullable: true,
    description:
      'Solos known to the territory. Null to others than its staff when it counts 1 to 4 persons, or that many beside those published.',
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

export enum RegionDirectoryIndicator {
  SOLOS_IDENTIFIED = 'SOLOS_IDENTIFIED',
  SOLOS_PUBLISHED = 'SOLOS_PUBLISHED',
}
registerEnumType(RegionDirectoryIndicator, { name: 'RegionDirectoryIndicator' });

@ObjectType({
  description:
    "One territory's part of a region's figure; null and suppressed when it gives 1 to 4 persons away.",
  simpleResolvers: true,
})
export class DirectoryCell {
  @Field(() => Territory, { nullable: true })
  @Directive('@provides(fields: "slug name")')
  territory!: Territory;

  @Field(() => Int, { nullable: true })
  value!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;
}
