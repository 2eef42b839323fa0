import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { MaxLength } from 'class-validator';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ModeratedChangeNode } from './moderated-change.js';

export enum EntryVerdict {
  ACCEPT = 'ACCEPT',
  REFUSE = 'REFUSE',
}
registerEnumType(EntryVerdict, { name: 'EntryVerdict' });

@InputType()
export class DecideEntryChangeInput {
  @Field(() => ID)
  @MaxLength(36)
  id!: string;

  @Field(() => Int, { description: 'Of the change as it was read.' })
  version!: number;

  @Field(() => EntryVerdict)
  verdict!: EntryVerdict;

  @Field(() => String, {
    nullable: true,
    description: 'Why, when it is refused: up to 1000 characters, which its owner reads.',
  })
  reason?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class EntryChangeDecided {
  readonly __typename = 'EntryChangeDecided';

  @Field(() => ModeratedChangeNode)
  change!: ModeratedChangeNode;
}

@ObjectType({ description: 'Somebody was quicker: nothing was done.', simpleResolvers: true })
export class EntryChangeOvertaken {
  readonly __typename = 'EntryChangeOvertaken';

  @Field(() => String, { description: 'What came first, in the reader’s language.' })
  message!: string;
}

@ObjectType({ description: 'Nothing was decided; what to repair, by field.', simpleResolvers: true })
export class EntryDecisionRefused {
  readonly __typename = 'EntryDecisionRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const DecideEntryChangeResult = createUnionType({
  name: 'DecideEntryChangeResult',
  types: () => [EntryChangeDecided, EntryChangeOvertaken, EntryDecisionRefused] as const,
});
