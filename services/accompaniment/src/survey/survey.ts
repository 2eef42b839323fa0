import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DiscoverySession } from '../session/discovery-session.entity.js';

/** What a household thinks of settling, after a session. */
export enum SurveyOutlook {
  PROJECT = 'PROJECT',
  THINKING = 'THINKING',
  NO = 'NO',
}
registerEnumType(SurveyOutlook, {
  name: 'SurveyOutlook',
  description: 'What a household thinks of settling, after a session.',
});

@ObjectType({ description: 'What a household said of a session.', simpleResolvers: true })
export class SurveyReply {
  @Field(() => Int, { description: '1, not at all, to 5, very much.' })
  rating!: number;

  @Field(() => SurveyOutlook)
  outlook!: SurveyOutlook;

  @Field(() => String, { nullable: true, description: 'What they liked, in their words.' })
  liked!: string | null;

  @Field(() => String, { nullable: true, description: 'What they missed, in their words.' })
  missed!: string | null;

  @Field(() => DateTimeResolver)
  answeredAt!: Date;
}

@ObjectType({
  description: 'The survey that a link opens, for the household that came.',
  simpleResolvers: true,
})
export class OwnSurvey {
  @Field(() => DiscoverySession)
  session!: DiscoverySession;

  @Field(() => SurveyReply, { nullable: true, description: 'What they answered; null while they did not.' })
  reply!: SurveyReply | null;

  @Field(() => DateTimeResolver, { description: 'Until when they may answer, or change what they answered.' })
  openUntil!: Date;

  @Field(() => Boolean, { description: 'Whether they may still do so.' })
  open!: boolean;
}

@ObjectType({ description: 'One household’s reply, for agents.', simpleResolvers: true })
export class SurveyVoice extends SurveyReply {
  @Field(() => ID)
  registrationId!: string;

  @Field(() => String, { nullable: true, description: 'Null once the household is forgotten.' })
  contactName!: string | null;
}

@ObjectType({ description: 'What the households of a session said of it.', simpleResolvers: true })
export class SessionSurvey {
  @Field(() => Int, { description: 'Households that came.' })
  asked!: number;

  @Field(() => Float, { nullable: true, description: 'Mean of the ratings; null without any.' })
  averageRating!: number | null;

  @Field(() => [SurveyVoice], { description: 'The latest first.' })
  voices!: SurveyVoice[];
}

@ObjectType({ simpleResolvers: true })
export class SurveyAnswered {
  readonly __typename = 'SurveyAnswered';

  @Field(() => OwnSurvey)
  survey!: OwnSurvey;
}

@ObjectType({ simpleResolvers: true })
export class SurveyRefused {
  readonly __typename = 'SurveyRefused';

  @Field(() => String, { description: 'In the reader’s language.' })
  message!: string;

  @Field(() => [FieldProblem], { description: 'Empty when it is not what was typed that is wrong.' })
  problems!: FieldProblem[];
}

export const AnswerSurveyResult = createUnionType({
  name: 'AnswerSurveyResult',
  types: () => [SurveyAnswered, SurveyRefused] as const,
});
