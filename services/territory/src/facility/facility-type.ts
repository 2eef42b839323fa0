import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum FacilityFamily {
  CHILDHOOD = 'CHILDHOOD',
  SCHOOL = 'SCHOOL',
  HEALTH = 'HEALTH',
  SHOPS = 'SHOPS',
  PUBLIC_SERVICES = 'PUBLIC_SERVICES',
  MOBILITY = 'MOBILITY',
  CULTURE_SPORT = 'CULTURE_SPORT',
  WORKPLACES = 'WORKPLACES',
}
registerEnumType(FacilityFamily, {
  name: 'FacilityFamily',
  description: 'The few families of services that people think in.',
});

@ObjectType({
  description: "A type of service, from INSEE's Base permanente des équipements.",
  simpleResolvers: true,
})
export class FacilityType {
  @Field(() => ID, {
    description: 'BPE code (TYPEQU); those starting with W are workplaces that the BPE does not know.',
  })
  code!: string;
}
