import { DateTimeResolver } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FactEventKind } from './fact-event.entity.js';

export const FactHistoryKind = { IMPORTED: 'IMPORTED', REPORTED: 'REPORTED', ...FactEventKind } as const;
export type FactHistoryKind = (typeof FactHistoryKind)[keyof typeof FactHistoryKind];
registerEnumType(FactHistoryKind, {
  name: 'FactHistoryKind',
  description: 'What happened to a fact: a source said something else, somebody reported, or people decided.',
});

@ObjectType('FactEvent', { description: 'One moment of the history of a fact.', simpleResolvers: true })
export class FactMoment {
  @Field(() => DateTimeResolver)
  at!: Date;

  @Field(() => FactHistoryKind)
  kind!: FactHistoryKind;

  @Field(() => Int, { nullable: true, description: 'How many from then on, or how many were reported.' })
  count!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many before; null when unknown.' })
  previousCount!: number | null;

  @Field(() => String, { nullable: true, description: 'The body that acted.' })
  by!: string | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  sourceId!: string | null;
}
