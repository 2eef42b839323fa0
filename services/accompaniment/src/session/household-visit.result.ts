import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { HouseholdVisit } from './household-visit.entity.js';

@ObjectType({ simpleResolvers: true })
export class HouseholdVisitSaved {
  readonly __typename = 'HouseholdVisitSaved';

  @Field(() => HouseholdVisit)
  visit!: HouseholdVisit;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class HouseholdVisitRefused {
  readonly __typename = 'HouseholdVisitRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const SaveHouseholdVisitResult = createUnionType({
  name: 'SaveHouseholdVisitResult',
  types: () => [HouseholdVisitSaved, HouseholdVisitRefused] as const,
});
