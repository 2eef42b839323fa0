import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { PremisesNode } from './premises.js';

@ObjectType({ simpleResolvers: true })
export class PremisesSaved {
  readonly __typename = 'PremisesSaved';

  @Field(() => PremisesNode)
  premises!: PremisesNode;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class PremisesRefused {
  readonly __typename = 'PremisesRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const PremisesResult = createUnionType({
  name: 'PremisesResult',
  types: () => [PremisesSaved, PremisesRefused] as const,
});
