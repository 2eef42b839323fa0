import { IsOptional, MaxLength } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';

@InputType()
export class PressDocumentInput {
  @Field(() => String)
  @MaxLength(1000)
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it tells, or whom to credit.' })
  @MaxLength(5000)
  @IsOptional()
  summary?: string | null;

  @Field(() => DateResolver, { nullable: true })
  datedOn?: Date | null;

  @Field(() => Boolean, { description: 'Whether everybody may download it.' })
  shown!: boolean;
}
