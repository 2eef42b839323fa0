import { DateResolver } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A step of a household’s welcome, with its day.', simpleResolvers: true })
export class PlannedProtocolStep {
  @Field(() => ID)
  key!: string;

  @Field(() => DateResolver, {
    nullable: true,
    description: 'A working day; null while what it is counted from has no day.',
  })
  dueOn!: string | null;
}
