import { IsDate, IsOptional } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { ArgsType, Field, registerEnumType } from 'type-graphql';

export enum IndicatorInterval {
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}
registerEnumType(IndicatorInterval, { name: 'IndicatorInterval', description: 'Calendar months or years.' });

@ArgsType()
export class PeriodArguments {
  @Field(() => DateResolver, { description: 'First day, from 2000 on.' })
  @IsDate()
  from!: Date;

  @Field(() => DateResolver, { description: 'Last day; one to come stands for today.' })
  @IsDate()
  to!: Date;
}

@ArgsType()
export class TrendArguments extends PeriodArguments {
  @Field(() => IndicatorInterval, { defaultValue: IndicatorInterval.YEAR })
  by!: IndicatorInterval;
}

@ArgsType()
export class CohortArguments {
  @Field(() => DateResolver, { nullable: true, description: 'First day; without it since the beginning.' })
  @IsDate()
  @IsOptional()
  from?: Date | null;

  @Field(() => DateResolver, { nullable: true, description: 'Last day; without it until today.' })
  @IsDate()
  @IsOptional()
  to?: Date | null;
}
