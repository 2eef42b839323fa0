import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { IsOptional, MaxLength } from 'class-validator';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'How a household is some months after it moved in. What nobody asked yet is null.',
  simpleResolvers: true,
})
export class FollowUpRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: '6 or 12.' })
  months!: number;

  @Field(() => DateResolver)
  dueOn!: string;

  @Field(() => Boolean, { description: 'Its day has come, and nobody has answered.' })
  due!: boolean;

  @Field(() => DateTimeResolver, { nullable: true })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Account of the member who noted it, or HOUSEHOLD.' })
  answeredBy!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they still live here.' })
  stillHere!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Jobs that they hold or made here.' })
  jobs!: number | null;

  @Field(() => Int, { nullable: true, description: 'How well it goes, 1 to 5.' })
  rating!: number | null;

  @Field(() => String, { nullable: true })
  words!: string | null;
}

@InputType({ description: 'How a household is.' })
export class FollowUpInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether they still live here; needed.' })
  @IsOptional()
  stillHere?: boolean | null;

  @Field(() => Int, { nullable: true, description: '0 to 100; null while nobody said.' })
  @IsOptional()
  jobs?: number | null;

  @Field(() => Int, { nullable: true, description: '1 to 5; null while nobody said.' })
  @IsOptional()
  rating?: number | null;

  @Field(() => String, { nullable: true, description: '2,000 characters at most.' })
  @MaxLength(20_000)
  @IsOptional()
  words?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True to correct an answer that was noted; refused without.',
  })
  @IsOptional()
  correcting?: boolean | null;
}

@ObjectType({ description: 'Done.', simpleResolvers: true })
export class FollowUpSaved {
  readonly __typename = 'FollowUpSaved';

  @Field(() => FollowUpRecord)
  followUp!: FollowUpRecord;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class FollowUpRefused {
  readonly __typename = 'FollowUpRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const FollowUpResult = createUnionType({
  name: 'FollowUpResult',
  types: () => [FollowUpSaved, FollowUpRefused] as const,
});
