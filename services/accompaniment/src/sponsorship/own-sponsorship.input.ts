import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';

@ArgsType()
export class SponsorLinkArguments {
  @Field(() => String, { description: 'Token of the link.' })
  @MaxLength(200)
  token!: string;
}

@ArgsType()
export class OwnSponsorshipArguments extends SponsorLinkArguments {
  @Field(() => ID)
  @MaxLength(36)
  id!: string;
}

@ArgsType()
export class AnswerSponsorshipArguments extends OwnSponsorshipArguments {
  @Field(() => Boolean)
  accept!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'A word to the team when it is no, at most 1,000 characters.',
  })
  @MaxLength(10_000)
  @IsOptional()
  words?: string | null;
}

@ArgsType()
export class EndOwnSponsorshipArguments extends OwnSponsorshipArguments {
  @Field(() => String, { description: 'A word to the team, 1 to 1,000 characters.' })
  @MaxLength(10_000)
  words!: string;
}
