import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A document that a household and the team both read.', simpleResolvers: true })
export class OwnDocument {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'In bytes.' })
  size!: number;

  @Field(() => DateTimeResolver)
  addedAt!: Date;

  @Field(() => Boolean, { description: 'Whether the household sent it.' })
  fromHousehold!: boolean;

  @Field(() => ID, { nullable: true, description: 'Step that it was brought for.' })
  stepId!: string | null;

  @Field(() => String, { nullable: true, description: 'Which of the papers of that step it is.' })
  documentKey!: string | null;
}

@ObjectType({ description: 'What a household and the team write to each other.', simpleResolvers: true })
export class HouseholdMessageNode {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean)
  fromHousehold!: boolean;

  @Field(() => String, { description: 'Name of who wrote it.' })
  author!: string;

  @Field(() => String, { description: 'Plain text, up to 4,000 characters.' })
  body!: string;

  @Field(() => DateTimeResolver)
  sentAt!: Date;

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'When the other side said that it was read.',
  })
  readAt!: Date | null;
}

@ObjectType({ description: 'How the household is some months after it moved in.', simpleResolvers: true })
export class OwnFollowUp {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: '6 or 12.' })
  months!: number;

  @Field(() => String, { description: 'Day from which it can be answered, as 2026-11-23.' })
  dueOn!: string;

  @Field(() => DateTimeResolver, { nullable: true })
  answeredAt!: Date | null;

  @Field(() => Boolean, { nullable: true })
  stillHere!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Jobs that they hold or made here.' })
  jobs!: number | null;

  @Field(() => Int, { nullable: true, description: '1 to 5.' })
  rating!: number | null;

  @Field(() => String, { nullable: true })
  words!: string | null;
}

@ObjectType({ description: 'A registration of the household for a session to come.', simpleResolvers: true })
export class OwnNextRegistration {
  sessionId!: string;

  @Field(() => String, { description: 'What stands in the address of its page, for /decouvrir/inscription.' })
  token!: string;
}
