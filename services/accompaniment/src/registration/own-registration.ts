import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { HouseholdNeeds } from './household-needs.js';
import { RegistrationRefusal } from './registration-refusal.js';
import { RegistrationStatus } from './registration-status.js';

@ObjectType({
  description: 'What is arranged for one household alone during a session.',
  simpleResolvers: true,
})
export class OwnVisit {
  @Field(() => DateTimeResolver)
  startsAt!: Date;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'Who receives them.' })
  host!: string | null;
}

@ObjectType({
  description: 'The registration that a link opens, as its own household sees it.',
  simpleResolvers: true,
})
export class OwnRegistration {
  @Field(() => ID)
  id!: string;

  sessionId!: string;
  prospectId!: string;
  checkedInAt!: Date | null;

  @Field(() => RegistrationStatus)
  status!: RegistrationStatus;

  @Field(() => Int, { description: 'In people: the whole household.' })
  seats!: number;

  @Field(() => Int)
  adults!: number;

  @Field(() => [Int], { description: 'Years of birth.' })
  childrenBirthYears!: number[];

  @Field(() => String, { nullable: true })
  contactName!: string | null;

  @Field(() => HouseholdNeeds)
  needs!: HouseholdNeeds;

  @Field(() => DateTimeResolver)
  registeredAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Until when the offered seats are kept.' })
  offerExpiresAt!: Date | null;
}

@ObjectType({ simpleResolvers: true })
export class OwnRegistrationChanged {
  readonly __typename = 'OwnRegistrationChanged';

  @Field(() => OwnRegistration)
  registration!: OwnRegistration;
}

@ObjectType({
  description: 'Nothing was changed; `current` is how it stands now, for a page that is out of date.',
  simpleResolvers: true,
})
export class OwnRegistrationRefused {
  readonly __typename = 'OwnRegistrationRefused';

  @Field(() => RegistrationRefusal)
  reason!: RegistrationRefusal;

  @Field(() => String, { description: 'In the reader’s language.' })
  message!: string;

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];

  @Field(() => OwnRegistration, { nullable: true })
  current!: OwnRegistration | null;
}

export const OwnRegistrationResult = createUnionType({
  name: 'OwnRegistrationResult',
  types: () => [OwnRegistrationChanged, OwnRegistrationRefused] as const,
});
