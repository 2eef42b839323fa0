import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Territory } from '../territory/territory.entity.js';

@ObjectType({ description: "One territory's part of the offer of a region.", simpleResolvers: true })
export class OfferCell {
  @Field(() => Territory)
  territory!: Territory;

  @Field(() => Int)
  communes!: number;

  @Field(() => Int, {
    description: 'Communes of which every type of service that matters is verified, and none has expired.',
  })
  communesQualified!: number;

  @Field(() => Int, { description: 'Facilities known.' })
  facilities!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of premises that can have fibre, 0 to 1; null while no coverage is known.',
  })
  fibreShare!: number | null;
}
