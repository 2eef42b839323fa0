import { ArrayMaxSize, IsDate, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { Field, Float, InputType } from 'type-graphql';
import { IndicatorKey } from './indicator-key.js';

@InputType({ description: 'A figure that another service counts, as the member reads it.' })
export class ElsewhereFigureInput {
  @Field(() => IndicatorKey)
  key!: IndicatorKey;

  @Field(() => Float, { nullable: true, description: 'Null when it is unknown.' })
  @Min(0)
  @Max(10_000_000)
  @IsOptional()
  value?: number | null;
}

@InputType({ description: 'A period that has ended, first and last day included.' })
export class TakeSnapshotInput {
  @Field(() => DateResolver)
  @IsDate()
  from!: Date;

  @Field(() => DateResolver)
  @IsDate()
  to!: Date;

  @Field(() => [ElsewhereFigureInput], {
    defaultValue: [],
    description:
      'Figures of the other services, read by the member who takes it: they are kept beside the own ones.',
  })
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  elsewhere!: ElsewhereFigureInput[];
}
