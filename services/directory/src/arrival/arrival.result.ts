import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { ArrivalRecord } from './arrival.js';

@ObjectType({ simpleResolvers: true })
export class ArrivalSaved {
  readonly __typename = 'ArrivalSaved';

  @Field(() => ArrivalRecord)
  record!: ArrivalRecord;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class ArrivalRefused {
  readonly __typename = 'ArrivalRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const ArrivalResult = createUnionType({
  name: 'ArrivalResult',
  types: () => [ArrivalSaved, ArrivalRefused] as const,
});
