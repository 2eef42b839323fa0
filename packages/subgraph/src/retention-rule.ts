import { DateResolver } from 'graphql-scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { SubgraphContext } from './context.js';
import { WRITERS } from './policies.js';

@ObjectType({
  description: 'How long a service keeps one kind of personal data, and what leaves next. Agents only.',
  simpleResolvers: true,
})
@Directive('@shareable')
export class RetentionRule {
  @Field(() => String, { description: 'Word of the service for what is kept: reports, letters.' })
  what!: string;

  @Field(() => String, { description: 'How long, as ISO 8601 writes durations: P1Y, P30D.' })
  period!: string;

  @Field(() => Int, { description: 'How many are kept under this rule now.' })
  held!: number;

  @Field(() => Int, { description: 'How many of them leave within thirty days.' })
  soon!: number;

  @Field(() => DateResolver, {
    nullable: true,
    description: 'The day on which the first leaves; null when none is kept.',
  })
  nextOn!: string | null;
}

/** One kind of personal data that leaves by itself. */
export interface RetentionClock {
  what: string;
  /** ISO 8601, as PostgreSQL reads it too. */
  period: string;
  /** SQL: what follows `from`, with the territory as $1. */
  rows: string;
  /** SQL on a row of them: the day on which it leaves. */
  leavesOn: string;
}

const TODAY = `(now() at time zone 'Europe/Paris')::date`;

/** What a service keeps how long. Counted with the rights of its own works, and shown to those who answer for it. */
export function selectRetentionRules(
  context: SubgraphContext,
  clocks: readonly RetentionClock[],
): Promise<RetentionRule[]> {
  context.requireRole(...WRITERS);
  const service = context.onBehalfOf({ userId: 'retention', role: 'OPERATOR', regions: [], operator: true });
  const counted = clocks.map(
    ({ what, period, rows, leavesOn }, index) =>
      `select ${index} as place, '${what}' as what, '${period}' as period, count(*)::int as held,
         count(*) filter (where leaves_on <= ${TODAY} + 30)::int as soon, min(greatest(leaves_on, ${TODAY}))::text as "nextOn"
       from (select ${leavesOn} as leaves_on from ${rows}) held`,
  );
  return service.read<RetentionRule & Record<string, unknown>>({
    name: 'retention rules',
    text: `${counted.join(' union all ')} order by place`,
    values: [context.requireTerritory()],
  });
}
