import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { IndicatorDefinition } from './indicator-definition.js';
import { IndicatorFigure, IndicatorPeriod } from './indicator-figure.js';
import { CommuneShare, FunnelStep, IndicatorOrigins } from './indicator-ways.js';

@ObjectType({
  description:
    'The figures of a period as they were known when it was taken, with the rules of that day. They are never counted again.',
  simpleResolvers: true,
})
export class IndicatorSnapshotRecord {
  @Field(() => String, { description: 'Name in addresses.' })
  slug!: string;

  @Field(() => DateResolver)
  from!: string;

  @Field(() => DateResolver)
  to!: string;

  @Field(() => Int, { nullable: true, description: 'The calendar year that it is, when it is one.' })
  year!: number | null;

  @Field(() => DateTimeResolver)
  takenAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true, description: 'Null: members alone see it.' })
  publishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the territory says about it.' })
  comment!: string | null;

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'Since when it is withdrawn; others than members then read no figure of it.',
  })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn, as everybody reads it.' })
  withdrawnBecause!: string | null;

  @Field(() => [IndicatorFigure], {
    description: 'Every figure, in the order of the definitions. For the public without what is small.',
  })
  figures!: IndicatorFigure[];

  @Field(() => [IndicatorDefinition], {
    description: 'The rules as they were, in the language of the request.',
  })
  definitions!: IndicatorDefinition[];

  @Field(() => [IndicatorPeriod], { description: 'By month; for members alone.' })
  months!: IndicatorPeriod[];

  @Field(() => [FunnelStep], { description: 'Of the cohort of the period; for members alone.' })
  funnel!: FunnelStep[];

  @Field(() => IndicatorOrigins, { nullable: true, description: 'For members alone.' })
  origins!: IndicatorOrigins | null;

  @Field(() => [CommuneShare], { description: 'For members alone.' })
  communes!: CommuneShare[];

  @Field(() => Boolean, { description: 'True when generated records are counted.' })
  demonstration!: boolean;
}

@ObjectType({ description: 'It is done.', simpleResolvers: true })
export class SnapshotSaved {
  readonly __typename = 'SnapshotSaved';

  @Field(() => IndicatorSnapshotRecord)
  snapshot!: IndicatorSnapshotRecord;
}

@ObjectType({ description: 'Nothing was done; what to repair, by field.', simpleResolvers: true })
export class SnapshotRefused {
  readonly __typename = 'SnapshotRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const SnapshotResult = createUnionType({
  name: 'SnapshotResult',
  types: () => [SnapshotSaved, SnapshotRefused] as const,
});

export const snapshotRefused = ({ list }: { list: FieldProblem[] }): SnapshotRefused => ({
  __typename: 'SnapshotRefused',
  problems: list,
});
