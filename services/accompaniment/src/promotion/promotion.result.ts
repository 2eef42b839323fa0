import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'It is done.', simpleResolvers: true })
export class PromotionSaved {
  readonly __typename = 'PromotionSaved';

  @Field(() => ID, { description: 'Of what was saved or removed.' })
  id!: string;
}

@ObjectType({ description: 'Nothing was changed; what to repair, by field.', simpleResolvers: true })
export class PromotionRefused {
  readonly __typename = 'PromotionRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];

  @Field(() => Boolean, {
    description: 'Somebody else changed it meanwhile: read it again before you write over it.',
  })
  outdated!: boolean;
}

export const PromotionResult = createUnionType({
  name: 'PromotionResult',
  types: () => [PromotionSaved, PromotionRefused] as const,
});

export const promotionSaved = (id: string): PromotionSaved => ({ __typename: 'PromotionSaved', id });

export const promotionRefused = (problems: FieldProblem[], outdated = false): PromotionRefused => ({
  __typename: 'PromotionRefused',
  problems,
  outdated,
});
