import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true })
export class ProspectCaptured {
  readonly __typename = 'ProspectCaptured';

  @Field(() => ID)
  prospectId!: string;

  @Field(() => Boolean, {
    description: 'The territory knew this address before: the household was not doubled.',
  })
  known!: boolean;

  @Field(() => Boolean, { description: 'This very form had come already: nothing changed.' })
  again!: boolean;
}

@ObjectType({ description: 'Nothing was kept; what to repair, by field.', simpleResolvers: true })
export class CaptureRefused {
  readonly __typename = 'CaptureRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const CaptureResult = createUnionType({
  name: 'CaptureResult',
  types: () => [ProspectCaptured, CaptureRefused] as const,
});

@ObjectType({ description: 'What a household agrees to at a fair.', simpleResolvers: true })
export class CaptureWords {
  @Field(() => String)
  version!: string;

  @Field(() => String, { description: 'To be kept and answered.' })
  followUp!: string;

  @Field(() => String, { description: 'To get news by e-mail.' })
  news!: string;
}
