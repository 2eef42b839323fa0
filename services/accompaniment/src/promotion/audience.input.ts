import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class AudienceInput {
  @Field(() => String)
  @MaxLength(1000)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Who they are, what they look for.' })
  @MaxLength(5000)
  @IsOptional()
  description?: string | null;
}

@InputType()
export class PromotionMessageInput {
  @Field(() => ID, { description: 'Whom it speaks to.' })
  @IsUUID()
  audienceId!: string;

  @Field(() => String)
  @MaxLength(1000)
  title!: string;

  @Field(() => String, { description: 'What is said, 3,000 characters at most.' })
  @MaxLength(10_000)
  body!: string;
}
