import { IsOptional, MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { ArgsType, createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { EntryRefused } from './entry.result.js';

export enum EntryLinkPurpose {
  JOIN = 'JOIN',
  MANAGE = 'MANAGE',
  RECONFIRM = 'RECONFIRM',
  OBJECT = 'OBJECT',
}
registerEnumType(EntryLinkPurpose, {
  name: 'EntryLinkPurpose',
  description: 'What a link of an e-mail is for.',
});

export enum EntryLinkState {
  OPEN = 'OPEN',
  USED = 'USED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(EntryLinkState, { name: 'EntryLinkState', description: 'Whether a link still opens.' });

@ArgsType()
export class RequestEntryLinkArguments {
  @Field(() => String)
  @MaxLength(1000)
  email!: string;

  @Field(() => String, { nullable: true, description: 'Left empty by people: forms hide it.' })
  @IsOptional()
  @MaxLength(1000)
  website?: string | null;
}

@ObjectType({ description: 'A letter is on its way, if the address is one.', simpleResolvers: true })
export class EntryLinkSent {
  readonly __typename = 'EntryLinkSent';

  @Field(() => String)
  email!: string;
}

@ObjectType({ simpleResolvers: true })
export class EntryLinkStanding {
  @Field(() => EntryLinkPurpose)
  purpose!: EntryLinkPurpose;

  @Field(() => EntryLinkState)
  state!: EntryLinkState;
}

@ObjectType({ simpleResolvers: true })
export class EntryLinkOpened {
  readonly __typename = 'EntryLinkOpened';

  @Field(() => String, { description: 'Proves who asks, in the operations on the own entry.' })
  session!: string;

  @Field(() => DateTimeResolver)
  until!: Date;
}

@ObjectType({ description: 'The link does not open, or no more.', simpleResolvers: true })
export class EntryLinkDead {
  readonly __typename = 'EntryLinkDead';

  @Field(() => EntryLinkState, { nullable: true, description: 'Null for one that is none.' })
  state!: EntryLinkState | `${EntryLinkState}` | null;
}

export const RequestEntryLinkResult = createUnionType({
  name: 'RequestEntryLinkResult',
  types: () => [EntryLinkSent, EntryRefused] as const,
});

export const OpenEntryLinkResult = createUnionType({
  name: 'OpenEntryLinkResult',
  types: () => [EntryLinkOpened, EntryLinkDead] as const,
});
