import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';

@InputType()
export class PromotionLinkInput {
  @Field(() => String, { description: 'Where it is used: poster at the station.' })
  @MaxLength(1000)
  label!: string;

  @Field(() => String, { description: 'Page of the site that it leads to: /decouvrir.' })
  @MaxLength(1000)
  target!: string;

  @Field(() => ID, { nullable: true })
  @IsUUID()
  @IsOptional()
  campaignId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsUUID()
  @IsOptional()
  fairId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What stands in the address, given once: small letters, digits and hyphens, 2 to 40. Made of the label without it.',
  })
  @MaxLength(200)
  @IsOptional()
  code?: string | null;
}

@ArgsType()
export class FollowArguments {
  @Field(() => String)
  @MaxLength(100)
  code!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'False for what is no person: it is led on, and not counted.',
  })
  counted!: boolean;
}
