import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { SurveyOutlook } from './survey.js';

/** Longer than anything sensible, so that a clear word can be said of what is too long; beyond it nothing is read. */
const READ = 20_000;

@InputType()
export class SurveyInput {
  @Field(() => Int, { nullable: true, description: '1 to 5.' })
  @IsOptional()
  rating?: number | null;

  @Field(() => SurveyOutlook, { nullable: true })
  @IsOptional()
  outlook?: SurveyOutlook | null;

  @Field(() => String, { nullable: true, description: 'Up to 2000 characters.' })
  @IsOptional()
  @MaxLength(READ)
  liked?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 2000 characters.' })
  @IsOptional()
  @MaxLength(READ)
  missed?: string | null;
}

@ArgsType()
export class SurveyLinkArguments {
  @Field(() => String)
  @MaxLength(200)
  token!: string;
}

@ArgsType()
export class AnswerSurveyArguments extends SurveyLinkArguments {
  @Field(() => SurveyInput)
  @ValidateNested()
  input!: SurveyInput;
}

@ArgsType()
export class SessionSurveyArguments {
  @Field(() => ID)
  @MaxLength(100)
  sessionId!: string;
}
