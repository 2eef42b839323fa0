import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum SireneState {
  FOUND = 'FOUND',
  PARTIAL = 'PARTIAL',
  CLOSED = 'CLOSED',
  NONE = 'NONE',
  INVALID = 'INVALID',
  UNAVAILABLE = 'UNAVAILABLE',
  OFF = 'OFF',
}
registerEnumType(SireneState, {
  name: 'SireneState',
  valuesConfig: {
    FOUND: { description: 'An active place of business.' },
    PARTIAL: { description: 'It is there; its owner keeps its name and address from the public.' },
    CLOSED: { description: 'It was there and is closed.' },
    NONE: { description: 'The source has none of that SIRET.' },
    INVALID: { description: 'No SIRET: 14 digits, of which the last checks the others.' },
    UNAVAILABLE: { description: 'Nobody answered in time: it is not known.' },
    OFF: { description: 'This platform has no source to look it up in.' },
  },
});

@ObjectType({ description: 'What SIRENE says of a SIRET. Source: INSEE, Sirene.', simpleResolvers: true })
export class SireneAnswer {
  @Field(() => SireneState)
  state!: SireneState;

  @Field(() => ID, { description: '14 digits.' })
  siret!: string;

  @Field(() => String, { nullable: true, description: 'Never of one of partial diffusion.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'NAF revision 2: 62.01Z.' })
  nafCode!: string | null;

  @Field(() => ID, { nullable: true, description: 'INSEE code.' })
  communeCode!: string | null;
}
