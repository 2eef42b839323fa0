import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { ConnectionArguments, PageInfo } from '@ancrage/subgraph/pagination';
import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import {
  ArgsType,
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { ProjectTokenArguments } from '../project/own-project.js';

export enum PersonRequestKind {
  EXPORT = 'EXPORT',
  ERASE = 'ERASE',
}
registerEnumType(PersonRequestKind, {
  name: 'PersonRequestKind',
  description: 'Whether a person wants to read what is kept of them, or to be rid of it.',
});

@ObjectType({ description: 'How many records of one kind.', simpleResolvers: true })
export class PersonRecordCount {
  @Field(() => String, { description: 'Word of the service for the kind, or for why it stays.' })
  what!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'What one service answered, or is still to answer.', simpleResolvers: true })
export class PersonRequestAnswer {
  @Field(() => String, { description: 'identity, directory, territory or accompaniment.' })
  service!: string;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Null while it is awaited.' })
  confirmedAt!: Date | null;

  @Field(() => Int)
  attempts!: number;

  @Field(() => Boolean, { description: 'Whether the last attempt got no answer.' })
  unreachable!: boolean;

  @Field(() => [PersonRecordCount], { description: 'Records that it gave or removed.' })
  counts!: PersonRecordCount[];

  @Field(() => [PersonRecordCount], { description: 'What stays there, by why it does.' })
  kept!: PersonRecordCount[];
}

@ObjectType({
  description: 'A person’s request about what all services keep of them in a territory.',
  simpleResolvers: true,
})
export class PersonRequestRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'By which the certificate is named: P-1A2B3C4D.' })
  reference!: string;

  @Field(() => PersonRequestKind)
  kind!: PersonRequestKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Account of the member who asked; null when the person did by their link.',
  })
  askedBy!: string | null;

  @Field(() => DateTimeResolver)
  askedAt!: Date;

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'When the last service confirmed; null while one is awaited.',
  })
  finishedAt!: Date | null;

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'When those that are awaited are asked again.',
  })
  nextTryAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address or number that is looked for; null once all have confirmed.',
  })
  soughtBy!: string | null;

  @Field(() => [PersonRequestAnswer])
  answers!: PersonRequestAnswer[];

  @Field(() => Boolean, { description: 'Whether what an export found can still be had: for a week.' })
  downloadable!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class PersonRequestConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [PersonRequestRecord])
  nodes!: PersonRequestRecord[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ArgsType()
export class PersonRequestsArguments extends ConnectionArguments {}

@InputType({ description: 'Who is looked for: by one of these at least, and whoever matches any is meant.' })
export class PersonRequestInput {
  @Field(() => PersonRequestKind)
  kind!: PersonRequestKind;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(1000)
  email?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(1000)
  phone?: string | null;

  @Field(() => ID, { nullable: true, description: 'Household that is meant besides.' })
  @IsOptional()
  @IsUUID()
  prospectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Solo that is meant besides.' })
  @IsOptional()
  @IsUUID()
  soloId?: string | null;

  @Field(() => Boolean, { description: 'That it is known to be for good; an export needs none.' })
  confirmed!: boolean;
}

@ArgsType()
export class RequestPersonalDataArguments {
  @Field(() => PersonRequestInput)
  @ValidateNested()
  input!: PersonRequestInput;
}

@ArgsType()
export class OwnPersonRequestArguments extends ProjectTokenArguments {
  @Field(() => PersonRequestKind)
  kind!: PersonRequestKind;

  @Field(() => Boolean, { description: 'That it is known to be for good; an export needs none.' })
  confirmed!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class PersonRequestTaken {
  readonly __typename = 'PersonRequestTaken';

  @Field(() => PersonRequestRecord)
  request!: PersonRequestRecord;
}

@ObjectType({ description: 'Nothing was asked for; what to repair.', simpleResolvers: true })
export class PersonRequestRefused {
  readonly __typename = 'PersonRequestRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const RequestPersonalDataResult = createUnionType({
  name: 'RequestPersonalDataResult',
  types: () => [PersonRequestTaken, PersonRequestRefused] as const,
});
