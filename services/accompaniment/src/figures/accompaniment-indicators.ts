import { RegionFigure } from '@ancrage/subgraph/region-figure';
import { DateResolver } from 'graphql-scalars';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Territory } from '../references.js';

@ObjectType({
  description:
    "What a territory's welcome has come to. A figure is null to others than its staff when it counts 1 to 4 persons, or gives such a count away.",
  simpleResolvers: true,
})
export class AccompanimentIndicators {
  @Field(() => Int, { nullable: true, description: 'Households that came into contact.' })
  prospects!: number | null;

  @Field(() => Int, { nullable: true, description: 'Households that attended a discovery session.' })
  prospectsAttended!: number | null;

  @Field(() => Int, { nullable: true, description: 'Households that settled.' })
  installationsEffective!: number | null;

  @Field(() => Int, { nullable: true, description: 'Households that intend to settle.' })
  installationsPlanned!: number | null;

  @Field(() => Int, { nullable: true, description: 'Adults and children of the households that settled.' })
  peopleWelcomed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Children of the households that settled.' })
  childrenWelcomed!: number | null;

  @Field(() => DateResolver, { description: 'Last day counted.' })
  asOf!: string;

  @Field(() => Boolean, { description: 'True when generated records are counted.' })
  demonstration!: boolean;
}

@ObjectType({ description: 'The welcome of the territories of a region together.', simpleResolvers: true })
export class RegionAccompanimentIndicators {
  @Field(() => RegionFigure, { description: 'Households that attended a discovery session.' })
  prospectsAttended!: RegionFigure;

  @Field(() => RegionFigure, { description: 'Households that settled.' })
  installationsEffective!: RegionFigure;

  @Field(() => RegionFigure, { description: 'Households that intend to settle.' })
  installationsPlanned!: RegionFigure;

  @Field(() => DateResolver, { description: 'Last day counted.' })
  asOf!: string;

  @Field(() => Boolean, { description: 'True when generated records are counted.' })
  demonstration!: boolean;
}

export enum RegionIndicator {
  PROSPECTS_ATTENDED = 'PROSPECTS_ATTENDED',
  INSTALLATIONS_EFFECTIVE = 'INSTALLATIONS_EFFECTIVE',
  INSTALLATIONS_PLANNED = 'INSTALLATIONS_PLANNED',
}
registerEnumType(RegionIndicator, { name: 'RegionIndicator' });

@ObjectType({
  description:
    "One territory's part of a region's figure; null and suppressed when it gives 1 to 4 persons away.",
  simpleResolvers: true,
})
export class BreakdownCell {
  @Field(() => Territory, { nullable: true })
  @Directive('@provides(fields: "slug name")')
  territory!: Territory;

  @Field(() => Int, { nullable: true })
  value!: number | null;

  @Field(() => Boolean)
  suppressed!: boolean;
}
