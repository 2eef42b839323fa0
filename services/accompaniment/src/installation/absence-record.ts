import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { IsOptional, MaxLength } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Days on which a member is away, and who stands in.', simpleResolvers: true })
export class AbsenceRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'Account of the member.' })
  memberId!: string;

  @Field(() => String)
  memberName!: string;

  @Field(() => ID, { description: 'Account of who stands in.' })
  standInId!: string;

  @Field(() => String)
  standInName!: string;

  @Field(() => DateResolver)
  firstDay!: string;

  @Field(() => DateResolver, { description: 'The last day away.' })
  lastDay!: string;

  @Field(() => Int, { description: 'Steps to do that are with who stands in for them now.' })
  steps!: number;
}

@InputType({ description: 'Days on which a member is away, and who stands in.' })
export class AbsenceInput {
  @Field(() => ID, { description: 'Account of the member.' })
  @MaxLength(100)
  memberId!: string;

  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(1000)
  memberName!: string;

  @Field(() => ID, { description: 'Account of who stands in; somebody else.' })
  @MaxLength(100)
  standInId!: string;

  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(1000)
  standInName!: string;

  @Field(() => DateResolver, { nullable: true, description: 'Needed.' })
  @IsOptional()
  firstDay?: Date | null;

  @Field(() => DateResolver, { nullable: true, description: 'Needed; not before the first, within a year.' })
  @IsOptional()
  lastDay?: Date | null;
}

@ObjectType({ description: 'Done.', simpleResolvers: true })
export class AbsenceSaved {
  readonly __typename = 'AbsenceSaved';

  @Field(() => AbsenceRecord)
  absence!: AbsenceRecord;

  @Field(() => Int, { description: 'Steps that changed hands at once.' })
  moved!: number;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class AbsenceRefused {
  readonly __typename = 'AbsenceRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const AbsenceResult = createUnionType({
  name: 'AbsenceResult',
  types: () => [AbsenceSaved, AbsenceRefused] as const,
});
