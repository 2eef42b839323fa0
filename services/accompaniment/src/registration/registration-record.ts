import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { ConnectionArguments, PageInfo } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { ArgsType, createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { HouseholdNeeds } from './household-needs.js';
import { RegistrationRefusal } from './registration-refusal.js';
import { RegistrationStatus } from './registration-status.js';

@ObjectType({
  description: 'One household in one session, as agents see it.',
  simpleResolvers: true,
})
export class RegistrationRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  sessionId!: string;

  @Field(() => ID)
  prospectId!: string;

  @Field(() => RegistrationStatus)
  status!: RegistrationStatus;

  @Field(() => Int, { description: 'In people: the whole household.' })
  seats!: number;

  @Field(() => Int)
  adults!: number;

  @Field(() => [Int], { description: 'Years of birth.' })
  childrenBirthYears!: number[];

  @Field(() => String, { nullable: true, description: 'Null once the household is forgotten.' })
  contactName!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'E.164' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Why they want to come, in their words.' })
  project!: string | null;

  @Field(() => String, { description: 'Language in which they are written to: fr or en.' })
  locale!: string;

  @Field(() => HouseholdNeeds)
  needs!: HouseholdNeeds;

  @Field(() => DateTimeResolver)
  registeredAt!: Date;

  @Field(() => Int, { nullable: true, description: 'Rank on the waiting list, from 1.' })
  position!: number | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Until when the offered seats are kept.' })
  offerExpiresAt!: Date | null;

  @Field(() => DateTimeResolver, { nullable: true })
  cancelledAt!: Date | null;

  @Field(() => DateTimeResolver, { nullable: true })
  checkedInAt!: Date | null;

  @Field(() => Boolean, { description: 'True for generated records; every screen that shows them says so.' })
  demonstration!: boolean;

  cursor!: string;
}

@ObjectType({ description: 'In the order in which they came.', simpleResolvers: true })
export class RegistrationRecordConnection {
  @Field(() => [RegistrationRecord])
  nodes!: RegistrationRecord[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ArgsType()
export class SessionRegistrationsArguments extends ConnectionArguments {
  @Field(() => ID)
  @MaxLength(100)
  sessionId!: string;

  @Field(() => [RegistrationStatus], { nullable: true, description: 'Those alone; null: all of them.' })
  @IsOptional()
  @ArrayMaxSize(7)
  status?: RegistrationStatus[] | null;
}

@ArgsType()
export class RegistrationArguments {
  @Field(() => ID)
  @MaxLength(100)
  id!: string;
}

@ArgsType()
export class CancelRegistrationArguments extends RegistrationArguments {
  @Field(() => String, { nullable: true, description: 'For the trail, up to 300 characters.' })
  @IsOptional()
  @MaxLength(300, { message: 'Au plus 300 caractères.' })
  reason?: string | null;
}

@ArgsType()
export class ResizeRegistrationArguments extends RegistrationArguments {
  @Field(() => Int, { description: '1 to 10.' })
  adults!: number;

  @Field(() => [Int], { description: 'Years of birth, up to 10.' })
  @ArrayMaxSize(100)
  childrenBirthYears!: number[];
}

@ObjectType({ simpleResolvers: true })
export class RegistrationChanged {
  readonly __typename = 'RegistrationChanged';

  @Field(() => RegistrationRecord)
  registration!: RegistrationRecord;
}

@ObjectType({ description: 'The registration stays as it was.', simpleResolvers: true })
export class RegistrationChangeRefused {
  readonly __typename = 'RegistrationChangeRefused';

  @Field(() => RegistrationRefusal)
  reason!: RegistrationRefusal;

  @Field(() => String, { description: 'In the reader’s language.' })
  message!: string;

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const RegistrationChangeResult = createUnionType({
  name: 'RegistrationChangeResult',
  types: () => [RegistrationChanged, RegistrationChangeRefused] as const,
});
