import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { DateResolver } from 'graphql-scalars';
import { createUnionType, Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'The call is asked for. The answer is the same whether the territory knew them or not.',
  simpleResolvers: true,
})
export class CallbackAsked {
  readonly __typename = 'CallbackAsked';

  @Field(() => DateResolver, {
    description: 'By when they are called: the next working day of metropolitan France.',
  })
  callOn!: string;
}

@ObjectType({ description: 'Nothing was sent; what to repair, by field.', simpleResolvers: true })
export class CallbackRefused {
  readonly __typename = 'CallbackRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const AskCallbackResult = createUnionType({
  name: 'AskCallbackResult',
  types: () => [CallbackAsked, CallbackRefused] as const,
});
