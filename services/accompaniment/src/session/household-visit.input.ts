import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What is arranged for one household alone.' })
export class SaveHouseholdVisitInput {
  @Field(() => ID, { nullable: true, description: 'Left out: a new one.' })
  @IsUUID()
  @IsOptional()
  id?: string | null;

  @Field(() => ID)
  @IsUUID()
  registrationId!: string;

  @Field(() => String, {
    description: 'Clock time in Paris, as 2027-03-27T09:30, within the session’s days.',
  })
  @MaxLength(40)
  startsAt!: string;

  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(1000)
  title!: string;

  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  @MaxLength(1000)
  @IsOptional()
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Who receives them; at most 120 characters.' })
  @MaxLength(1000)
  @IsOptional()
  host?: string | null;
}
