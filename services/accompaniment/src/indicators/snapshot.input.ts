import { IsDate } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A period that has ended, first and last day included.' })
export class TakeSnapshotInput {
  @Field(() => DateResolver)
  @IsDate()
  from!: Date;

  @Field(() => DateResolver)
  @IsDate()
  to!: Date;
}
