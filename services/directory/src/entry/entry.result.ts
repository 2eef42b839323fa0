import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { OwnEntry } from './own-entry.js';

@ObjectType({ simpleResolvers: true })
export class EntrySaved {
  readonly __typename = 'EntrySaved';

  @Field(() => OwnEntry)
  entry!: OwnEntry;
}

@ObjectType({ description: 'Nothing was changed; what to repair, by field.', simpleResolvers: true })
export class EntryRefused {
  readonly __typename = 'EntryRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

@ObjectType({ description: 'The session is over: a new link opens the entry again.', simpleResolvers: true })
export class EntrySessionOver {
  readonly __typename = 'EntrySessionOver';

  @Field(() => String)
  message!: string;
}

export const EntryResult = createUnionType({
  name: 'EntryResult',
  types: () => [EntrySaved, EntryRefused, EntrySessionOver] as const,
});

export const refuseEntry = (problems: FieldProblem[]): EntryRefused => ({
  __typename: 'EntryRefused',
  problems,
});

export const sessionOver = (locale: string): EntrySessionOver => ({
  __typename: 'EntrySessionOver',
  message:
    locale === 'en'
      ? 'This session is over. Ask for a new link: what you saved is kept.'
      : 'Cette session est terminée. Demandez un nouveau lien : ce que vous avez enregistré est conservé.',
});
