import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The message is on its way; sent twice, it goes once.', simpleResolvers: true })
export class SoloMessageSent {
  readonly __typename = 'SoloMessageSent';

  @Field(() => String, { description: 'Whom it goes to.' })
  displayName!: string;
}

@ObjectType({
  description: 'The message waits: a link was sent to the given address, and following it sends the message.',
  simpleResolvers: true,
})
export class SoloMessageHeld {
  readonly __typename = 'SoloMessageHeld';

  @Field(() => String, { description: 'Whom it would go to.' })
  displayName!: string;
}

@ObjectType({
  description: 'Understood and refused: nothing was sent. What to repair, by field.',
  simpleResolvers: true,
})
export class SoloMessageRefused {
  readonly __typename = 'SoloMessageRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const WriteToSoloResult = createUnionType({
  name: 'WriteToSoloResult',
  types: () => [SoloMessageSent, SoloMessageHeld, SoloMessageRefused] as const,
});

export const ConfirmSoloMessageResult = createUnionType({
  name: 'ConfirmSoloMessageResult',
  types: () => [SoloMessageSent, SoloMessageRefused] as const,
});
