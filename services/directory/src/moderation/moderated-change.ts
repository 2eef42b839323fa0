import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { PublicSide } from '../entry/public-side.js';
import { Commune } from '../references.js';

export enum ModerationState {
  SUBMITTED = 'SUBMITTED',
  ACCEPTED = 'ACCEPTED',
  REFUSED = 'REFUSED',
}
registerEnumType(ModerationState, { name: 'ModerationState' });

@ObjectType({ description: 'An entry as it would show.', simpleResolvers: true })
export class ModeratedEntry {
  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  activity!: string;

  @Field(() => [String])
  skills!: string[];

  @Field(() => String, { nullable: true })
  presentation!: string | null;

  @Field(() => Commune, { nullable: true, description: 'Null when the commune is not to show.' })
  commune!: Commune | null;

  @Field(() => String, { nullable: true, description: 'What shows in place of the commune.' })
  area!: string | null;

  @Field(() => String, { nullable: true })
  nafCode!: string | null;

  @Field(() => [String], { description: 'ISO 639-1 codes.' })
  languages!: string[];

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  website!: string | null;

  @Field(() => ID, { nullable: true })
  photoId!: string | null;

  @Field(() => Boolean)
  canSponsor!: boolean;
}

@ObjectType('ModeratedChange', {
  description: 'What somebody asks for their entry. Nothing of it shows before a moderator accepts it.',
  simpleResolvers: true,
})
export class ModeratedChangeNode {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  soloId!: string;

  @Field(() => String, { description: 'Short name of the solo in addresses.' })
  slug!: string;

  @Field(() => Int, {
    description: 'Give it with a decision: it tells whether the change was changed since.',
  })
  version!: number;

  @Field(() => ModerationState)
  state!: ModerationState;

  @Field(() => Boolean, { description: 'True for an entry that was never published.' })
  firstEntry!: boolean;

  @Field(() => DateTimeResolver)
  submittedAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused, as its owner reads it.' })
  reason!: string | null;

  @Field(() => ModeratedEntry)
  entry!: ModeratedEntry;

  @Field(() => Boolean)
  demonstration!: boolean;

  /** What shows today, or is kept of what did. */
  before!: PublicSide;
  after!: PublicSide;
}

@ObjectType({ simpleResolvers: true })
export class ModeratedChangeConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [ModeratedChangeNode])
  nodes!: ModeratedChangeNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
