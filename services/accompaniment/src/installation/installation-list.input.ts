import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { InstallationHorizon, InstallationStatus } from './installation-status.js';

export enum InstallationOrder {
  URGENCY = 'URGENCY',
  URGENCY_DESC = 'URGENCY_DESC',
  NAME = 'NAME',
  NAME_DESC = 'NAME_DESC',
  PLANNED = 'PLANNED',
  PLANNED_DESC = 'PLANNED_DESC',
  ARRIVAL = 'ARRIVAL',
  ARRIVAL_DESC = 'ARRIVAL_DESC',
}
registerEnumType(InstallationOrder, {
  name: 'InstallationOrder',
  valuesConfig: {
    URGENCY: { description: 'Whose next step is due first, overdue ones before; those without one last.' },
    ARRIVAL: { description: 'By the day of moving in, expected or effective; those without one last.' },
  },
});

/** Where a case stands on the board. */
export enum InstallationBoardPlace {
  DECISION = 'DECISION',
  PREPARATION = 'PREPARATION',
  ARRIVAL = 'ARRIVAL',
  SETTLING = 'SETTLING',
  SETTLED = 'SETTLED',
  ABANDONED = 'ABANDONED',
}
registerEnumType(InstallationBoardPlace, {
  name: 'InstallationBoardPlace',
  description:
    'The phase of the next step to do; a planned case without one is at its decision, an effective one has settled.',
});

@InputType({ description: 'Every condition must hold; within one, any of its values.' })
export class InstallationFilter {
  @Field(() => [InstallationStatus], { nullable: true })
  @ArrayMaxSize(3)
  @IsOptional()
  statuses?: InstallationStatus[] | null;

  @Field(() => [InstallationHorizon], { nullable: true })
  @ArrayMaxSize(3)
  @IsOptional()
  horizons?: InstallationHorizon[] | null;

  @Field(() => [InstallationBoardPlace], { nullable: true })
  @ArrayMaxSize(6)
  @IsOptional()
  places?: InstallationBoardPlace[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Account of a member who leads the case or has a step to do in it.',
  })
  @MaxLength(100)
  @IsOptional()
  member?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: a step is overdue, or a follow-up is.' })
  @IsOptional()
  overdue?: boolean | null;
}

const SEARCH = 'Part of the household’s name, of the name of who leads, or of a step’s title.';

@ArgsType()
export class InstallationBoardArguments {
  @Field(() => String, { nullable: true, description: SEARCH })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => InstallationFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: InstallationFilter | null;
}

@ArgsType()
export class InstallationRecordsArguments extends ConnectionArguments {
  @Field(() => String, { nullable: true, description: SEARCH })
  @MaxLength(100)
  @IsOptional()
  search?: string | null;

  @Field(() => InstallationFilter, { nullable: true })
  @ValidateNested()
  @IsOptional()
  filter?: InstallationFilter | null;

  @Field(() => InstallationOrder, { defaultValue: InstallationOrder.URGENCY })
  orderBy!: InstallationOrder;
}
