import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'An e-mail to a solo, and whether it left. Agents only.', simpleResolvers: true })
export class SoloLetter {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  recipient!: string;

  @Field(() => DateTimeResolver)
  createdAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true })
  sentAt!: Date | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Since when it is given up.' })
  failedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the mail server said last.' })
  problem!: string | null;
}
