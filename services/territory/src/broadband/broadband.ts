import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';

export enum Technology {
  COPPER = 'COPPER',
  CABLE = 'CABLE',
  FIBRE = 'FIBRE',
  FIXED_4G = 'FIXED_4G',
  SATELLITE = 'SATELLITE',
}
registerEnumType(Technology, {
  name: 'Technology',
  description: 'Access technology. Satellite never counts as broadband.',
});

@ObjectType({
  description: 'Shares of premises (0 to 1) that can have a wired access of at least so many Mbit/s.',
  simpleResolvers: true,
})
export class WiredEligibility {
  @Field(() => Float)
  atLeast8!: number;

  @Field(() => Float)
  atLeast30!: number;

  @Field(() => Float)
  atLeast100!: number;

  @Field(() => Float)
  atLeast1000!: number;
}

@ObjectType({ simpleResolvers: true })
export class TechnologyShare {
  @Field(() => Technology)
  technology!: Technology;

  @Field(() => Float, { description: 'Share of premises, 0 to 1.' })
  share!: number;
}

@ObjectType('BroadbandCoverage', {
  description: 'Internet coverage of a commune in one quarter.',
  simpleResolvers: true,
})
export class BroadbandNode {
  @Field(() => String, { description: 'e.g. 2026-T1' })
  quarter!: string;

  @Field(() => WiredEligibility)
  wiredEligibility!: WiredEligibility;

  @Field(() => [TechnologyShare])
  technologies!: TechnologyShare[];

  sourceId!: string;
}
