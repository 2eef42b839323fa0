import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { RegistrationRefusal, refusalWords } from './registration-refusal.js';
import { RegistrationStatus } from './registration-status.js';

@ObjectType('Registration', {
  description: 'One household in one session, as its form made it.',
  simpleResolvers: true,
})
export class RegistrationSummary {
  @Field(() => ID)
  id!: string;

  @Field(() => RegistrationStatus)
  status!: RegistrationStatus;

  @Field(() => Int, { description: 'In people: the whole household.' })
  seats!: number;
}

const TOKEN =
  'Opens the household’s own registration, as the link of the e-mail does. Null when the form is sent again with a key that could be guessed: less than 16 characters.';

@ObjectType({ description: 'The whole household has its seats.', simpleResolvers: true })
export class RegistrationConfirmed {
  readonly __typename = 'RegistrationConfirmed';

  @Field(() => RegistrationSummary)
  registration!: RegistrationSummary;

  @Field(() => Int, { description: 'In people, once this household had its seats.' })
  seatsLeft!: number;

  @Field(() => String, { nullable: true, description: TOKEN })
  token!: string | null;
}

@ObjectType({
  description: 'The household does not fit whole: it waits, and is written to when seats are free.',
  simpleResolvers: true,
})
export class RegistrationWaitlisted {
  readonly __typename = 'RegistrationWaitlisted';

  @Field(() => RegistrationSummary)
  registration!: RegistrationSummary;

  @Field(() => Int, { description: 'Rank on the waiting list when it came, from 1.' })
  position!: number;

  @Field(() => String, { nullable: true, description: TOKEN })
  token!: string | null;
}

@ObjectType({ description: 'Nothing was registered.', simpleResolvers: true })
export class RegistrationRefused {
  readonly __typename = 'RegistrationRefused';

  @Field(() => RegistrationRefusal)
  reason!: RegistrationRefusal;

  @Field(() => String, { description: 'In the reader’s language.' })
  message!: string;

  @Field(() => [FieldProblem], { description: 'What to repair, by field of the input.' })
  problems!: FieldProblem[];
}

export const RegisterHouseholdResult = createUnionType({
  name: 'RegisterHouseholdResult',
  types: () => [RegistrationConfirmed, RegistrationWaitlisted, RegistrationRefused] as const,
});

export const refuseRegistration = (
  reason: RegistrationRefusal,
  locale: string,
  problems: FieldProblem[] = [],
): RegistrationRefused => ({
  __typename: 'RegistrationRefused',
  reason,
  message: refusalWords(reason, locale),
  problems,
});
