import { ArrayMaxSize, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum CarSharing {
  OFFERS = 'OFFERS',
  SEEKS = 'SEEKS',
}
registerEnumType(CarSharing, {
  name: 'CarSharing',
  description: 'Whether a household offers seats in its car or seeks some.',
});

/** Longer than anything sensible, so that a clear word can be said of what is too long; beyond it nothing is read. */
const READ = 5000;

/** What a household asks for besides its seats, in one session. Kept as JSON. */
@ObjectType({
  description: 'What a household asks for besides its seats, in one session.',
  simpleResolvers: true,
})
@InputType('HouseholdNeedsInput')
export class HouseholdNeeds {
  @Field(() => Boolean, { nullable: true, description: 'Wants to sleep there.' })
  @IsOptional()
  lodging?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What they do not eat, up to 300 characters.' })
  @IsOptional()
  @MaxLength(READ)
  diet?: string | null;

  @Field(() => [Int], { nullable: true, description: 'Years of birth of the children to be minded.' })
  @IsOptional()
  @ArrayMaxSize(10, { message: 'Au plus 10 enfants.' })
  @Min(1900, { each: true })
  @Max(2200, { each: true })
  childcare?: number[] | null;

  @Field(() => CarSharing, { nullable: true })
  @IsOptional()
  carSharing?: CarSharing | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where from, for sharing a car, up to 120 characters.',
  })
  @IsOptional()
  @MaxLength(READ)
  leavingFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 1000 characters.' })
  @IsOptional()
  @MaxLength(READ)
  remarks?: string | null;
}
