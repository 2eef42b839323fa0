import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { IndicatorHouseholds } from '../indicators/indicator-households.js';
import { InstallationHorizon } from '../installation/installation-status.js';
import { Channel } from '../promotion/channel.js';
import { ProspectStage } from './prospect-stage.js';

export enum ProspectRecordOrder {
  NEXT_ACTION = 'NEXT_ACTION',
  NEXT_ACTION_DESC = 'NEXT_ACTION_DESC',
  NAME = 'NAME',
  NAME_DESC = 'NAME_DESC',
  LAST_CONTACT = 'LAST_CONTACT',
  LAST_CONTACT_DESC = 'LAST_CONTACT_DESC',
  FIRST_CONTACT = 'FIRST_CONTACT',
  FIRST_CONTACT_DESC = 'FIRST_CONTACT_DESC',
}
registerEnumType(ProspectRecordOrder, {
  name: 'ProspectRecordOrder',
  valuesConfig: {
    NEXT_ACTION: { description: 'Whose next action is due first; those without one come last.' },
    LAST_CONTACT: { description: 'Who has been silent longest comes first.' },
    FIRST_CONTACT: { description: 'Who came by first comes first.' },
  },
});

/** What is to be done for a household, by the day of Paris. */
export enum ProspectActionDue {
  OVERDUE = 'OVERDUE',
  TODAY = 'TODAY',
  THIS_WEEK = 'THIS_WEEK',
  NONE = 'NONE',
}
registerEnumType(ProspectActionDue, {
  name: 'ProspectActionDue',
  valuesConfig: {
    OVERDUE: { description: 'Its day has passed.' },
    TODAY: { description: 'Today, or its day has passed.' },
    THIS_WEEK: { description: 'Until Sunday, those whose day has passed included.' },
    NONE: { description: 'Nothing is planned, and they are neither settled nor lost.' },
  },
});

@InputType({ description: 'Every condition must hold; within one, any of its values.' })
export class ProspectRecordFilter {
  @Field(() => [ProspectStage], { nullable: true })
  @ArrayMaxSize(6)
  @IsOptional()
  stages?: ProspectStage[] | null;

  @Field(() => ID, { nullable: true, description: 'Account of the member who follows them.' })
  @MaxLength(100)
  @IsOptional()
  owner?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: nobody follows them.' })
  @IsOptional()
  unowned?: boolean | null;

  @Field(() => [Channel], {
    nullable: true,
    description: 'Through which they came, as measured or as they say.',
  })
  @ArrayMaxSize(5)
  @IsOptional()
  channels?: Channel[] | null;

  @Field(() => [InstallationHorizon], { nullable: true })
  @ArrayMaxSize(3)
  @IsOptional()
  horizons?: InstallationHorizon[] | null;

  @Field(() => ProspectActionDue, { nullable: true })
  @IsOptional()
  action?: ProspectActionDue | null;

  @Field(() => ID, { nullable: true, description: 'A campaign by whose link or fair they came.' })
  @MaxLength(100)
  @IsOptional()
  campaign?: string | null;

  @Field(() => ID, { nullable: true, description: 'A fair where they were met.' })
  @MaxLength(100)
  @IsOptional()
  fair?: string | null;

  @Field(() => IndicatorHouseholds, {
    nullable: true,
    description: 'Those behind a figure of the indicators.',
  })
  @ValidateNested()
  @IsOptional()
  indicator?: IndicatorHouseholds | null;
}

const SEARCH = 'Part of the name, the e-mail address, the telephone number, the project or the activity.';

@ArgsType()
export class ProspectBoardArguments {
  @Field(() => String, { nullable: true, description: SEARCH })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => ProspectRecordFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: ProspectRecordFilter | null;
}

@ArgsType()
export class ProspectRecordsArguments extends ConnectionArguments {
  @Field(() => String, { nullable: true, description: SEARCH })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => ProspectRecordFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: ProspectRecordFilter | null;

  @Field(() => ProspectRecordOrder, { defaultValue: ProspectRecordOrder.NEXT_ACTION })
  orderBy!: ProspectRecordOrder;
}
