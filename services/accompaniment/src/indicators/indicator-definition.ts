import { DateResolver } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { DEFINITIONS, type Definition } from './definitions.js';
import { IndicatorKey, IndicatorService, IndicatorSpan, IndicatorUnit } from './indicator-key.js';

@ObjectType({
  description: 'How a figure is counted, in the language of the request.',
  simpleResolvers: true,
})
export class IndicatorDefinition {
  @Field(() => IndicatorKey)
  key!: IndicatorKey;

  @Field(() => String)
  label!: string;

  @Field(() => String, { description: 'The rule by which it is counted, in words that anyone can read.' })
  rule!: string;

  @Field(() => String, { description: 'What it means when the figure is missing.' })
  unknown!: string;

  @Field(() => IndicatorUnit)
  unit!: IndicatorUnit;

  @Field(() => IndicatorSpan)
  span!: IndicatorSpan;

  @Field(() => IndicatorService)
  service!: IndicatorService;

  @Field(() => DateResolver, { description: 'Since when it is counted by this rule.' })
  since!: string;

  @Field(() => Boolean, {
    description: 'True when 1 to 4 are kept from the public, because it counts persons or households.',
  })
  personal!: boolean;
}

/** A definition in a language; French for any that the platform does not speak. */
export function readDefinition({ fr, en, ...definition }: Definition, locale: string): IndicatorDefinition {
  return { ...definition, ...(locale === 'en' ? en : fr) };
}

/** Every definition in a language, in the order of reading. */
export const readDefinitions = (locale: string): IndicatorDefinition[] =>
  DEFINITIONS.map((definition) => readDefinition(definition, locale));
