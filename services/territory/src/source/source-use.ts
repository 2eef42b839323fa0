import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum SourceSubject {
  COMMUNES = 'COMMUNES',
  FACILITIES = 'FACILITIES',
  STATEMENTS = 'STATEMENTS',
  BROADBAND = 'BROADBAND',
}
registerEnumType(SourceSubject, {
  name: 'SourceSubject',
  description: 'What a source says something of.',
  valuesConfig: {
    COMMUNES: { description: 'Names, populations, centres and contours of the communes.' },
    FACILITIES: { description: 'Services, each at its place.' },
    STATEMENTS: { description: 'How many services of each type a commune has.' },
    BROADBAND: { description: 'Internet coverage.' },
  },
});

@ObjectType({ description: 'What a territory has from a source.', simpleResolvers: true })
export class SourceUse {
  @Field(() => SourceSubject)
  subject!: SourceSubject;

  @Field(() => Int, { description: 'Rows it gave: communes, facilities, statements or coverages.' })
  rows!: number;

  sourceId!: string;
}
