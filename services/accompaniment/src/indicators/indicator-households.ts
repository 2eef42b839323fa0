import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { IsDate, IsOptional, MaxLength } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { Channel } from '../promotion/channel.js';
import { Touch } from '../promotion/promotion-reach.js';
import { IndicatorKey } from './indicator-key.js';
import { FunnelStepKey } from './indicator-ways.js';
import { periodOf } from './period.js';

@InputType({
  description:
    'The households behind a figure of a period: as many as its `households` says. One of figure, step and touch; commune goes with a figure, channel with a touch.',
})
export class IndicatorHouseholds {
  @Field(() => DateResolver)
  @IsDate()
  from!: Date;

  @Field(() => DateResolver)
  @IsDate()
  to!: Date;

  @Field(() => IndicatorKey, { nullable: true })
  @IsOptional()
  figure?: IndicatorKey | null;

  @Field(() => ID, { nullable: true, description: 'INSEE code of the commune where they settled.' })
  @MaxLength(5)
  @IsOptional()
  commune?: string | null;

  @Field(() => FunnelStepKey, {
    nullable: true,
    description: 'A step that the cohort of the period reached.',
  })
  @IsOptional()
  step?: FunnelStepKey | null;

  @Field(() => Touch, { nullable: true, description: 'Which passage brought the cohort of the period.' })
  @IsOptional()
  touch?: Touch | null;

  @Field(() => Channel, { nullable: true, description: 'With a touch; null: of unknown origin.' })
  @IsOptional()
  channel?: Channel | null;
}

const REACHED: Record<FunnelStepKey, string> = {
  CONTACT: 'true',
  QUALIFIED: 'w.qualified',
  ATTENDED: 'w.attended',
  PROJECT: 'w.project',
  INSTALLED: 'w.installed',
};
/** Figures that are no sum: whoever they concern is behind them, whatever the value. */
const OF_ALL = `('${IndicatorKey.MEDIAN_DAYS}', '${IndicatorKey.STEPS_ON_TIME}')`;

/**
 * SQL that holds for the households behind a figure, by the very functions that count it; adds to `values`, whose first
 * is the territory.
 */
export function behindFigure(asked: IndicatorHouseholds, values: unknown[]): string {
  const { from, to } = periodOf(asked.from, asked.to);
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const period = `array[$1::uuid], ${parameter(from)}::date, ${parameter(to)}::date`;
  if (asked.figure) {
    const commune = asked.commune ? ` and f.commune_code = ${parameter(asked.commune)}` : '';
    return `p.id in (select f.prospect_id from indicator_facts(${period}) as f
      where f.indicator = ${parameter(asked.figure)}${commune}
        and (f.value > 0 or f.value is not null and f.indicator in ${OF_ALL}))`;
  }
  const reached = asked.step ? REACHED[asked.step] : 'true';
  const column = asked.touch === Touch.LAST ? 'w.last_channel' : 'w.first_channel';
  const origin = asked.touch ? ` and ${column} is not distinct from ${parameter(asked.channel ?? null)}` : '';
  return `p.id in (select w.prospect_id from household_ways(${period}, ${parameter(reportingDate())}::date) as w
    where ${reached}${origin})`;
}
