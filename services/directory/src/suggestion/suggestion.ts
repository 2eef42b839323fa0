import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum DirectorySuggestionKind {
  ACTIVITY = 'ACTIVITY',
  SKILL = 'SKILL',
  SOLO = 'SOLO',
}
registerEnumType(DirectorySuggestionKind, {
  name: 'DirectorySuggestionKind',
  description: 'What a suggestion is: an activity or a skill to filter by, or somebody’s entry.',
});

@ObjectType({
  description: 'What somebody who is still typing may mean, or what is spelt most like it.',
  simpleResolvers: true,
})
export class DirectorySuggestion {
  @Field(() => DirectorySuggestionKind)
  kind!: DirectorySuggestionKind;

  @Field(() => String, { description: 'An activity, a skill, or a name.' })
  label!: string;

  @Field(() => Int, { description: 'How many published solos it is true of.' })
  count!: number;

  @Field(() => String, { nullable: true, description: 'Of an entry: its short name in addresses.' })
  slug!: string | null;
}
