import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FacilityFamily } from '../facility/facility-type.js';
import { OfferRefused } from '../qualification/offer-refused.js';
import { CampaignStatus } from './verification-campaign.entity.js';

@ObjectType('VerificationCampaign', {
  description: 'Communes asked, together, to confirm or correct what is known of them.',
  simpleResolvers: true,
})
export class VerificationCampaignNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Word to the communes, above the form.' })
  message!: string;

  @Field(() => [FacilityFamily], { description: 'What is asked about.' })
  families!: FacilityFamily[];

  @Field(() => CampaignStatus)
  status!: CampaignStatus;

  @Field(() => DateResolver, { description: 'Last day on which links are answered.' })
  dueOn!: string;

  @Field(() => DateTimeResolver)
  createdAt!: Date;

  @Field(() => Int, { description: 'Communes invited.' })
  invited!: number;

  @Field(() => Int, { description: 'Those who opened their link.' })
  opened!: number;

  @Field(() => Int, { description: 'Those who answered, in part at least.' })
  answered!: number;

  @Field(() => Int, { description: 'Answers that no agent has decided.' })
  pendingCorrections!: number;
}

export enum InvitationState {
  INVITED = 'INVITED',
  OPENED = 'OPENED',
  ANSWERED = 'ANSWERED',
}
registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'How far a commune has come: invited and not more, opened and not answered, answered.',
});

@ObjectType('CampaignInvitation', { description: 'One commune in one campaign.', simpleResolvers: true })
export class InvitationNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Address of the town hall or the body that answers.' })
  email!: string | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'When the e-mail was handed over.' })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the e-mail could not be handed over.' })
  sendProblem!: string | null;

  @Field(() => DateTimeResolver, { nullable: true })
  openedAt!: Date | null;

  @Field(() => DateTimeResolver, { nullable: true })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'In whose name, as they wrote it.' })
  answeredBy!: string | null;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Since when its link is dead.' })
  revokedAt!: Date | null;

  communeCode!: string;
}

@ObjectType({ simpleResolvers: true })
export class VerificationCampaignConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [VerificationCampaignNode])
  nodes!: VerificationCampaignNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true })
export class InvitationConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [InvitationNode])
  nodes!: InvitationNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true })
export class CampaignSaved {
  readonly __typename = 'CampaignSaved';

  @Field(() => VerificationCampaignNode)
  campaign!: VerificationCampaignNode;
}

export const CampaignResult = createUnionType({
  name: 'CampaignResult',
  types: () => [CampaignSaved, OfferRefused] as const,
});
