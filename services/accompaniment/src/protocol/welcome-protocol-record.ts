import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Territory } from '../references.js';
import { ProtocolStatus } from './protocol-status.js';
import { ProtocolStepType } from './protocol-step.type.js';

@ObjectType({ description: 'One version of a territory’s protocol, for its members.', simpleResolvers: true })
export class WelcomeProtocolRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: '1, 2, 3 … within the territory.' })
  number!: number;

  @Field(() => ProtocolStatus)
  status!: ProtocolStatus;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Opening words of the public page.' })
  introduction!: string | null;

  @Field(() => [ProtocolStepType])
  steps!: ProtocolStepType[];

  @Field(() => Boolean, { description: 'Begun with the ready-made model.' })
  fromModel!: boolean;

  @Field(() => Territory, { nullable: true, description: 'The territory whose protocol it was copied from.' })
  copiedFrom!: Territory | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Null for a draft.' })
  publishedAt!: Date | null;

  @Field(() => DateTimeResolver)
  updatedAt!: Date;

  @Field(() => Int, {
    description: 'Give it back with a change: it is refused when somebody else changed it.',
  })
  version!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Welcomes under way that follow this version; null to others than agents, who alone know of them.',
  })
  running!: number | null;

  @Field(() => Boolean, { description: 'Generated, to show what the platform does.' })
  demonstration!: boolean;
}
