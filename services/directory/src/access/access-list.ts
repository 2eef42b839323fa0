import { ConnectionArguments, PageInfo } from '@ancrage/subgraph/pagination';
import { IsOptional, MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { AccessKind } from './record-access.js';

export const AccessKindEnum = {
  VIEWED: 'VIEWED',
  LISTED: 'LISTED',
  EXPORTED: 'EXPORTED',
} as const satisfies Record<AccessKind, AccessKind>;
registerEnumType(AccessKindEnum, {
  name: 'AccessKind',
  description: 'One entry was looked at, several were listed, or entries were taken away in a file.',
});

@ArgsType()
export class AccessRecordsArguments extends ConnectionArguments {
  @Field(() => AccessKindEnum, { nullable: true })
  @IsOptional()
  what?: AccessKind | null;

  @Field(() => String, { nullable: true, description: 'An account, or part of an entry’s name.' })
  @IsOptional()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Accounts: those alone.' })
  @IsOptional()
  @MaxLength(100, { each: true })
  userIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'One solo: what was looked at of them.' })
  @IsOptional()
  @MaxLength(36)
  soloId?: string | null;
}

@ObjectType('AccessRecord', {
  description: 'That somebody looked at entries which were not public.',
  simpleResolvers: true,
})
export class AccessRecordNode {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeResolver)
  at!: Date;

  @Field(() => AccessKindEnum)
  what!: AccessKind;

  @Field(() => Int, { description: 'How many entries.' })
  entries!: number;

  @Field(() => ID, { description: 'Account of the member.' })
  userId!: string;

  @Field(() => [String], {
    description: 'Names of up to five of the entries; those erased since are left out.',
  })
  names!: string[];

  @Field(() => ID, { nullable: true, description: 'The entry, where it was one alone and still is.' })
  soloId!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class AccessRecordConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [AccessRecordNode])
  nodes!: AccessRecordNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
