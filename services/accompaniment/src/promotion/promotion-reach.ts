import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Which passage of a household counts, of those whose origin is known. */
export enum Touch {
  FIRST = 'FIRST',
  LAST = 'LAST',
}
registerEnumType(Touch, {
  name: 'Touch',
  description: 'Which passage of a household counts, of those whose origin is known.',
});

@ObjectType({
  description: 'What something cost. A part that nobody said makes the whole unknown, which is not zero.',
  simpleResolvers: true,
})
export class PromotionCost {
  @Field(() => Int, {
    nullable: true,
    description: 'In cents of euros; null when it, or a part of it, is unknown.',
  })
  cents!: number | null;

  @Field(() => Int, { description: 'The parts that are known, in cents of euros.' })
  knownCents!: number;
}

@ObjectType({
  description: 'Households that something brought, each counted once, and what one cost.',
  simpleResolvers: true,
})
export class PromotionReach {
  @Field(() => Int, { description: 'Households that came in.' })
  prospects!: number;

  @Field(() => Int, { description: 'Of them, those that attended a discovery session.' })
  attendees!: number;

  @Field(() => Int, { description: 'Of them, those whose installation is effective.' })
  installations!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Cost over households, in whole cents; null when the cost is unknown or nobody came.',
  })
  centsPerProspect!: number | null;

  @Field(() => Int, { nullable: true, description: 'The same over those that attended.' })
  centsPerAttendee!: number | null;

  @Field(() => Int, { nullable: true, description: 'The same over those that settled.' })
  centsPerInstallation!: number | null;
}

/** Households counted, whatever they cost. */
export type Counted = Pick<PromotionReach, 'prospects' | 'attendees' | 'installations'>;

/** Adds up costs; without any part nothing is known. */
export function costOf(parts: readonly (number | null)[]): PromotionCost {
  const known = parts.filter((part) => part !== null);
  const knownCents = known.reduce((sum, part) => sum + part, 0);
  return { cents: parts.length > 0 && known.length === parts.length ? knownCents : null, knownCents };
}

/** What was reached for a cost. */
export function reachOf(rows: readonly Counted[], { cents }: PromotionCost): PromotionReach {
  const total = (key: keyof Counted) => rows.reduce((sum, row) => sum + row[key], 0);
  const [prospects, attendees, installations] = [
    total('prospects'),
    total('attendees'),
    total('installations'),
  ];
  const per = (count: number) => (cents === null || count === 0 ? null : Math.round(cents / count));
  return {
    prospects,
    attendees,
    installations,
    centsPerProspect: per(prospects),
    centsPerAttendee: per(attendees),
    centsPerInstallation: per(installations),
  };
}
