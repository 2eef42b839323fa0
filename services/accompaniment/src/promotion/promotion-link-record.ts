import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { STAMP } from './audience-record.js';

@ObjectType('PromotionLink', {
  description:
    'A short address for a poster or a post. How often it was followed is counted, by whom is not.',
  simpleResolvers: true,
})
export class PromotionLinkRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What stands in the address: /o/<code>.' })
  code!: string;

  @Field(() => String, { description: 'Where it is used.' })
  label!: string;

  @Field(() => String, { description: 'Page of the site that it leads to.' })
  target!: string;

  @Field(() => ID, { nullable: true })
  campaignId!: string | null;

  @Field(() => String, { nullable: true })
  campaignName!: string | null;

  @Field(() => ID, { nullable: true })
  fairId!: string | null;

  @Field(() => String, { nullable: true })
  fairName!: string | null;

  @Field(() => Int, { description: 'Times it was followed.' })
  followed!: number;

  @Field(() => Int, { description: 'Households that it led to a form, each once.' })
  households!: number;

  @Field(() => DateTimeResolver)
  createdAt!: Date;

  @Field(() => String, { description: STAMP })
  stamp!: string;
}
