import { IsOptional, MaxLength } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { ArgsType, Field } from 'type-graphql';
import { SponsorLinkArguments } from './own-sponsorship.input.js';

@ArgsType()
export class PauseAsSponsorArguments extends SponsorLinkArguments {
  @Field(() => DateResolver, { nullable: true, description: 'Takes nobody before it; null: takes again.' })
  @IsOptional()
  until?: Date | null;
}

@ArgsType()
export class QuietAsSponsorArguments extends SponsorLinkArguments {
  @Field(() => Boolean)
  quiet!: boolean;
}

@ArgsType()
export class OwnPortraitArguments extends SponsorLinkArguments {
  @Field(() => String, {
    nullable: true,
    description: 'At most 300 characters; null takes the portrait down.',
  })
  @MaxLength(3000)
  @IsOptional()
  sentence?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'They agree to `OwnSponsor.portraitWording`.' })
  accepted!: boolean;
}

@ArgsType()
export class LeaveAsSponsorArguments extends SponsorLinkArguments {
  @Field(() => String, { description: 'A word to the team, 1 to 1,000 characters.' })
  @MaxLength(10_000)
  words!: string;
}

@ArgsType()
export class EraseAsSponsorArguments extends SponsorLinkArguments {
  @Field(() => String, { description: 'Their name, typed again: nobody erases by mistake.' })
  @MaxLength(1000)
  confirmation!: string;
}
