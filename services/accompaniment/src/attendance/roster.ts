import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ProspectStage } from '../prospect/prospect-stage.js';
import { HouseholdNeeds } from '../registration/household-needs.js';
import { RegistrationStatus } from '../registration/registration-status.js';
import { DiscoverySession } from '../session/discovery-session.entity.js';

@ObjectType({ description: 'One person of a household, on the day.', simpleResolvers: true })
export class RosterPerson {
  @Field(() => Int, { description: 'Rank in the household from 0: adults first, then children by age.' })
  person!: number;

  @Field(() => Int, { nullable: true, description: 'Of a child; null for an adult.' })
  birthYear!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they came; null while nobody marked it.' })
  attended!: boolean | null;

  @Field(() => Boolean, { description: 'True for an absence that closing the day took for granted.' })
  assumed!: boolean;
}

@ObjectType({ description: 'What is arranged for one household alone.', simpleResolvers: true })
export class RosterVisit {
  @Field(() => DateTimeResolver)
  startsAt!: Date;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'Who receives them.' })
  host!: string | null;
}

@ObjectType({ description: 'A household that is expected, or came.', simpleResolvers: true })
export class RosterHousehold {
  @Field(() => ID)
  registrationId!: string;

  @Field(() => ID)
  prospectId!: string;

  @Field(() => RegistrationStatus)
  status!: RegistrationStatus;

  @Field(() => String, { nullable: true, description: 'Who speaks for them; null once forgotten.' })
  contactName!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'E.164' })
  phone!: string | null;

  @Field(() => [RosterPerson])
  people!: RosterPerson[];

  @Field(() => String, { nullable: true, description: 'Why they come, in their words.' })
  project!: string | null;

  @Field(() => HouseholdNeeds)
  needs!: HouseholdNeeds;

  @Field(() => [RosterVisit])
  visits!: RosterVisit[];

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'When the first of them was marked present.',
  })
  checkedInAt!: Date | null;

  @Field(() => ProspectStage, { description: 'How far they are on their way.' })
  stage!: ProspectStage;

  @Field(() => String, { nullable: true, description: 'What is done next for them.' })
  nextAction!: string | null;

  @Field(() => DateResolver, { nullable: true, description: 'By when.' })
  nextActionOn!: string | null;

  @Field(() => ID, { nullable: true, description: 'Account of the member who follows them.' })
  ownerId!: string | null;

  @Field(() => Boolean, { description: 'True for generated records; every screen that shows them says so.' })
  demonstration!: boolean;
}

@ObjectType({
  description: 'A registration that is not expected, so that its code is answered without a network.',
  simpleResolvers: true,
})
export class RosterOther {
  registrationId!: string;

  @Field(() => RegistrationStatus)
  status!: RegistrationStatus;
}

@ObjectType({ description: 'Who is expected at a session, and who came.', simpleResolvers: true })
export class SessionRoster {
  @Field(() => DiscoverySession)
  session!: DiscoverySession;

  @Field(() => DateTimeResolver, { description: 'From when on marks are taken: 12 hours before it starts.' })
  opensAt!: Date;

  @Field(() => Boolean, { description: 'Whether it has started, so that its day can be closed.' })
  begun!: boolean;

  @Field(() => [RosterHousehold], { description: 'By name.' })
  households!: RosterHousehold[];

  @Field(() => [RosterOther])
  others!: RosterOther[];
}
