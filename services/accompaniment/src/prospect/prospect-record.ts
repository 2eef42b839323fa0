import { PageInfo } from '@ancrage/subgraph/pagination';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { InstallationHorizon } from '../installation/installation-status.js';
import { LostReason } from './lost-reason.js';
import { ProspectStage } from './prospect-stage.js';

@ObjectType({ description: 'How to reach a household.', simpleResolvers: true })
export class ProspectContactDetails {
  @Field(() => String, { description: 'Who speaks for the household.' })
  name!: string;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'As E.164: +33561000000.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Where they live now, in words.' })
  livesIn!: string | null;

  @Field(() => String, { description: 'Language in which they are written to: fr or en.' })
  locale!: string;

  @Field(() => String, { nullable: true, description: 'When they like to be called, in their words.' })
  callWhen!: string | null;

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'Since when letters to their address come back.',
  })
  bouncedAt!: Date | null;
}

@ObjectType({ description: 'What a household needs where it settles.', simpleResolvers: true })
export class ProspectNeeds {
  @Field(() => String, {
    nullable: true,
    description: 'Least wired speed: a BroadbandClass of the territory, FROM_100.',
  })
  speed!: string | null;

  @Field(() => [String], {
    description: 'Words of services, as the map of the site has them: creche, ecole.',
  })
  services!: string[];

  @Field(() => String, { nullable: true, description: 'The home they look for, in words.' })
  housing!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Office, workshop or land they look for, in words.',
  })
  premises!: string | null;
}

@ObjectType({
  description: 'A household that considers settling, as those who follow it see it. Agents only.',
  simpleResolvers: true,
})
export class ProspectRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => ProspectStage)
  stage!: ProspectStage;

  @Field(() => ProspectContactDetails)
  contact!: ProspectContactDetails;

  @Field(() => Int)
  adults!: number;

  @Field(() => [Int], { description: 'Eldest first.' })
  childrenBirthYears!: number[];

  @Field(() => String, { nullable: true, description: 'Why they want to come, in their words.' })
  project!: string | null;

  @Field(() => String, { nullable: true, description: 'What they live by.' })
  activity!: string | null;

  @Field(() => ProspectNeeds)
  needs!: ProspectNeeds;

  @Field(() => InstallationHorizon, { nullable: true, description: 'Null while nobody knows.' })
  horizon!: InstallationHorizon | null;

  @Field(() => ID, { nullable: true, description: 'Account of the member who follows them.' })
  ownerId!: string | null;

  @Field(() => Boolean, { description: 'Whether that is the viewer.' })
  mine!: boolean;

  @Field(() => String, { nullable: true, description: 'What is to be done next.' })
  nextAction!: string | null;

  @Field(() => DateResolver, { nullable: true, description: 'By when, as a day of Paris.' })
  nextActionOn!: string | null;

  @Field(() => LostReason, { nullable: true })
  lostReason!: LostReason | null;

  @Field(() => DateResolver, { description: 'When they first came by.' })
  firstContactOn!: string;

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'When they last wrote, called or came; their data are kept three years from then.',
  })
  lastContactAt!: Date | null;

  @Field(() => Int, { description: 'Give it back with a change: one based on an older state is refused.' })
  version!: number;

  @Field(() => Boolean, { description: 'True for generated records; every screen that shows them says so.' })
  demonstration!: boolean;

  wishedCommunes!: string[];
}

@ObjectType({ simpleResolvers: true })
export class ProspectRecordConnection {
  @Field(() => Int, { description: 'How many there are on all pages together.' })
  totalCount!: number;

  @Field(() => [ProspectRecord])
  nodes!: ProspectRecord[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'One stage of the way, and how many stand there.', simpleResolvers: true })
export class ProspectStageCount {
  @Field(() => ProspectStage)
  stage!: ProspectStage;

  @Field(() => Int)
  count!: number;
}

@ObjectType({
  description: 'One stage of the way with who stands there. Agents only.',
  simpleResolvers: true,
})
export class ProspectBoardStage {
  @Field(() => ProspectStage)
  stage!: ProspectStage;

  @Field(() => Int, { description: 'How many match at this stage.' })
  count!: number;

  @Field(() => [ProspectRecord], { description: 'The first 8: whose next action is due first.' })
  records!: ProspectRecord[];
}
