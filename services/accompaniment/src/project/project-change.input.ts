import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { IsOptional, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OwnProject, ProjectTokenArguments } from './own-project.js';

/** The longest text that is read at all: what is longer than a field takes is named, not cut. */
const READ = 10_000;

@ArgsType()
export class SettleOwnStepArguments extends ProjectTokenArguments {
  @Field(() => ID)
  @IsUUID()
  stepId!: string;

  @Field(() => Int, { description: 'Of the step as it was read.' })
  version!: number;
}

@ArgsType()
export class OwnMessageArguments extends ProjectTokenArguments {
  @Field(() => String, { description: 'Plain text, 1 to 4,000 characters.' })
  @MaxLength(READ)
  body!: string;

  @Field(() => ID, {
    description: 'Chosen once when the form is shown: sent again with it, it is one message.',
  })
  @IsUUID()
  key!: string;
}

@InputType({ description: 'How a household is reached. Empty takes away what may be empty.' })
export class OwnContactInput {
  @Field(() => String)
  @MaxLength(READ)
  name!: string;

  @Field(() => String)
  @MaxLength(READ)
  email!: string;

  @Field(() => String)
  @MaxLength(READ)
  phone!: string;

  @Field(() => String)
  @MaxLength(READ)
  livesIn!: string;

  @Field(() => String)
  @MaxLength(READ)
  callWhen!: string;
}

@ArgsType()
export class OwnContactArguments extends ProjectTokenArguments {
  @Field(() => OwnContactInput)
  @ValidateNested()
  input!: OwnContactInput;
}

@InputType({ description: 'How a household is, some months after it moved in.' })
export class OwnFollowUpInput {
  @Field(() => Boolean)
  stillHere!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Jobs that they hold or made here, 0 to 50; null when they do not say.',
  })
  @IsOptional()
  @Min(0)
  @Max(50)
  jobs?: number | null;

  @Field(() => Int, { nullable: true, description: '1 to 5; null when they do not say.' })
  @IsOptional()
  @Min(1)
  @Max(5)
  rating?: number | null;

  @Field(() => String)
  @MaxLength(READ)
  words!: string;
}

@ArgsType()
export class OwnFollowUpArguments extends ProjectTokenArguments {
  @Field(() => ID)
  @IsUUID()
  id!: string;

  @Field(() => OwnFollowUpInput)
  @ValidateNested()
  input!: OwnFollowUpInput;
}

@ObjectType({ simpleResolvers: true })
export class OwnProjectChanged {
  readonly __typename = 'OwnProjectChanged';

  @Field(() => OwnProject)
  project!: OwnProject;
}

@ObjectType({ description: 'Nothing was changed; what to repair.', simpleResolvers: true })
export class OwnProjectRefused {
  readonly __typename = 'OwnProjectRefused';

  @Field(() => Boolean, {
    description: 'True when the link opens nothing (any more): another can be asked for.',
  })
  gone!: boolean;

  @Field(() => [FieldProblem], { description: 'A field `form` is about none of the fields.' })
  problems!: FieldProblem[];
}

export const OwnProjectResult = createUnionType({
  name: 'OwnProjectResult',
  types: () => [OwnProjectChanged, OwnProjectRefused] as const,
});
