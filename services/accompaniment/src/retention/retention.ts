import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { IsIn, MaxLength } from 'class-validator';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ProspectStage } from '../prospect/prospect-stage.js';

/** How a household let the territory know that it is to be kept. */
export enum HouseholdSign {
  CALLED = 'CALLED',
  WROTE = 'WROTE',
  MET = 'MET',
}
registerEnumType(HouseholdSign, {
  name: 'HouseholdSign',
  description: 'How a household was in touch: it called, it wrote, it was met.',
});

@ObjectType({ description: 'A household whose data end soon. Agents only.', simpleResolvers: true })
export class RetentionHousehold {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ProspectStage)
  stage!: ProspectStage;

  @Field(() => DateTimeResolver, { nullable: true, description: 'When they were last in touch themselves.' })
  lastContactAt!: Date | null;

  @Field(() => DateResolver, {
    description: 'The day on which they are forgotten unless they are in touch before.',
  })
  endsOn!: string;

  @Field(() => Int, { description: 'Days until then.' })
  daysLeft!: number;

  @Field(() => Boolean)
  demonstration!: boolean;
}

@ObjectType({
  description: 'A household that was forgotten; nothing tells who it was.',
  simpleResolvers: true,
})
export class ForgottenHousehold {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeResolver)
  at!: Date;

  @Field(() => String, {
    description: 'RETENTION: three years without a sign of theirs; REQUEST: they asked for it.',
  })
  because!: string;
}

@ObjectType({ simpleResolvers: true })
export class RetentionOverview {
  @Field(() => [RetentionHousehold], {
    description: 'Those whose data end within thirty days, soonest first.',
  })
  near!: RetentionHousehold[];

  @Field(() => [ForgottenHousehold], { description: 'The last twenty that were forgotten, newest first.' })
  forgotten!: ForgottenHousehold[];

  @Field(() => Int, { description: 'How many were forgotten in all.' })
  forgottenCount!: number;
}

@ObjectType({ simpleResolvers: true })
export class RetentionNotice {
  @Field(() => Int)
  count!: number;

  @Field(() => DateResolver, {
    nullable: true,
    description: 'The first of their last days; null when there is none.',
  })
  firstEndsOn!: string | null;
}

@InputType({ description: 'A sign of theirs: the three years count anew from it.' })
export class KeepHouseholdInput {
  @Field(() => ID)
  @MaxLength(36)
  prospectId!: string;

  @Field(() => HouseholdSign)
  @IsIn(Object.values(HouseholdSign))
  how!: HouseholdSign;

  @Field(() => DateResolver, { description: 'When that was; not in the future.' })
  on!: Date;

  @Field(() => String, {
    description: 'What they said, 3 to 500 characters: that they ask to be kept, for one.',
  })
  @MaxLength(2000)
  note!: string;
}

@ObjectType({ simpleResolvers: true })
export class HouseholdKept {
  readonly __typename = 'HouseholdKept';

  @Field(() => DateResolver, { description: 'Until when they are kept now.' })
  endsOn!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: 'Nothing was written down; what to repair.', simpleResolvers: true })
export class HouseholdKeepingRefused {
  readonly __typename = 'HouseholdKeepingRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const KeepHouseholdResult = createUnionType({
  name: 'KeepHouseholdResult',
  types: () => [HouseholdKept, HouseholdKeepingRefused] as const,
});
