import { Field, Int, ObjectType } from 'type-graphql';
import { Commune } from '../references.js';

@ObjectType({ simpleResolvers: true })
export class FacetValue {
  @Field(() => String, { description: 'What to put in the filter.' })
  value!: string;

  @Field(() => String, { description: "What to show; a commune's name is in `commune`." })
  label!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => Commune, { nullable: true, description: 'The commune, for values of the facet `commune`.' })
  commune!: Commune | null;
}

@ObjectType({ simpleResolvers: true })
export class Facet {
  @Field(() => String, {
    description: 'The field of SoloFilter: activity, skill, commune, area, language or canSponsor.',
  })
  name!: string;

  @Field(() => [FacetValue], { description: 'The most frequent 100 (1000 communes), most frequent first.' })
  values!: FacetValue[];
}
