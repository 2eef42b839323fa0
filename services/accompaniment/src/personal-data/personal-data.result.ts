import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { MaxLength } from 'class-validator';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';

@InputType()
export class EraseHouseholdInput {
  @Field(() => ID)
  @MaxLength(36)
  prospectId!: string;

  @Field(() => String, { description: 'The name of the household, typed again: nobody erases by mistake.' })
  @MaxLength(1000)
  confirmation!: string;
}

@ObjectType({ description: 'All that is held of one household.', simpleResolvers: true })
export class HouseholdDataExport {
  @Field(() => String)
  fileName!: string;

  @Field(() => String, {
    description:
      'JSON: rows by table; documents by name, type and size: a personal data request gives them as files.',
  })
  json!: string;
}

@ObjectType({ description: 'Nothing that tells who they are is left.', simpleResolvers: true })
export class HouseholdErased {
  readonly __typename = 'HouseholdErased';

  @Field(() => ID, { description: 'The id under which they were known; it leads to nobody now.' })
  prospectId!: string;
}

@ObjectType({ description: 'Nothing was erased; what to repair.', simpleResolvers: true })
export class HouseholdErasureRefused {
  readonly __typename = 'HouseholdErasureRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const EraseHouseholdResult = createUnionType({
  name: 'EraseHouseholdResult',
  types: () => [HouseholdErased, HouseholdErasureRefused] as const,
});
